package chooser

import (
	"errors"
	"testing"
)

func TestAnswer(t *testing.T) {
	tests := []struct {
		out, want string
		err       error
	}{
		{"/home/ana/spring 2026.xlsx\n", "/home/ana/spring 2026.xlsx", nil},
		{"C:\\商品.xlsx\r\n", "C:\\商品.xlsx", nil},
		{"\n", "", ErrCancelled},
	}
	for _, tt := range tests {
		if got, err := answer([]byte(tt.out)); got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("answer(%q) = %q, %v; want %q, %v", tt.out, got, err, tt.want, tt.err)
		}
	}
}
