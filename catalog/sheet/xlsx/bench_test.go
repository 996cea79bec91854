//go:build unix

package xlsx

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// BenchmarkRead compares one pass over a workbook of 10,000 products with the
// library's, in processor time: wall time tells little on a shared machine.
//
//	go test -bench Read -benchtime 3x ./catalog/sheet/xlsx
func BenchmarkRead(b *testing.B) {
	gen := shared(b, "bench", "gen")
	path := filepath.Join(b.TempDir(), "catalogue.xlsx")
	cmd := exec.Command("go", "run", ".", "-n", "10000", "-o", path)
	cmd.Dir = gen
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Skipf("NOT MEASURED: the generator fails: %v\n%s", err, out)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("ours", func(b *testing.B) { measure(b, func() int { return readOurs(b, file) }) })
	b.Run("library", func(b *testing.B) { measure(b, func() int { return readLibrary(b, file) }) })
	b.Run("preview", func(b *testing.B) { measure(b, func() int { return preview(b, file) }) })
}

// measure reports the processor time of a pass and the cells it gave.
func measure(b *testing.B, pass func() int) {
	start, cells := processorTime(b), 0
	for b.Loop() {
		cells = pass()
	}
	b.ReportMetric(float64((processorTime(b)-start).Milliseconds())/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(cells), "cells")
}

func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func readOurs(b *testing.B, file []byte) int {
	w, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	cells := 0
	for row, err := range w.Rows(context.Background(), 0) {
		if err != nil {
			b.Fatal(err)
		}
		cells += len(row.Cells)
	}
	return cells
}

func preview(b *testing.B, file []byte) int {
	w, err := Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	cells, rows := 0, 0
	for row, err := range w.Rows(context.Background(), 0) {
		if err != nil {
			b.Fatal(err)
		}
		cells += len(row.Cells)
		if rows++; rows == 50 {
			break
		}
	}
	return cells
}

func readLibrary(b *testing.B, file []byte) int {
	f, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	cells := 0
	for rows.Next() {
		columns, err := rows.Columns()
		if err != nil {
			b.Fatal(err)
		}
		for _, c := range columns {
			if c != "" {
				cells++
			}
		}
	}
	return cells
}
