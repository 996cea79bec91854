package store

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"testing"
)

func TestRecord(t *testing.T) {
	tests := []struct {
		name string
		in   []byte
		want []any
		ok   bool
	}{
		{"a number and a text", []byte{3, 1, 15, 0xfb, 'a'}, []any{int64(-5), "a"}, true},
		{"nothing", nil, nil, false},
		{"no end", []byte{0x80}, nil, false},
		{"a header shorter than its own length", []byte{0x80, 1}, nil, false},
		{"the same, with values behind it", []byte{0x80, 1, 1, 5}, nil, false},
		{"a header longer than the record", []byte{9, 1, 5}, nil, false},
		{"a text longer than the record", []byte{2, 99, 'a'}, nil, false},
		{"a kind that there is not", []byte{2, 10}, nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := record(tt.in)
			if ok != tt.ok || ok && !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %v, %v, want %v, %v", got, ok, tt.want, tt.ok)
			}
		})
	}
}

// What is read of pages full of noise does not matter: nothing may run over their end.
func TestPagesOfNoise(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		file := make([]byte, 4*512)
		for i := range file {
			file[i] = byte(random.Uint32() >> 24)
			if random.IntN(3) == 0 { // small numbers are what lengths and kinds are
				file[i] &= 0x83
			}
		}
		for at := 0; at < len(file); at += 512 {
			file[at] = []byte{tableLeaf, indexLeaf, indexInterior}[random.IntN(3)]
		}
		f := &pageFile{file: bytes.NewReader(file), pageSize: 512, usable: 512, pages: 4, free: map[uint32]bool{}}
		f.readFree(file[:headerSize])
		if err := f.rows(func(foundRow) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
}
