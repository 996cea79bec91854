package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(n int) time.Time { return time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, n) }

// keptOf plays that a backup is made at each of the times, in that order, and the
// old ones are thinned out each time; it returns the numbers that are left.
func keptOf(times []time.Time) map[int]bool {
	var list []BackupFile // newest first
	for i, at := range times {
		list = append([]BackupFile{{Number: i + 1, At: at}}, list...)
		gone := map[int]bool{}
		for _, b := range superfluous(list) {
			gone[b.Number] = true
		}
		var left []BackupFile
		for _, b := range list {
			if !gone[b.Number] {
				left = append(left, b)
			}
		}
		list = left
	}
	kept := map[int]bool{}
	for _, b := range list {
		kept[b.Number] = true
	}
	return kept
}

func TestRotationKeepsRecentAndOld(t *testing.T) {
	var daily []time.Time
	for n := range 400 {
		daily = append(daily, day(n))
	}
	kept := keptOf(daily)
	if len(kept) < keepLast+keepMonths-2 || len(kept) > keepLast+keepDays+keepWeeks+keepMonths {
		t.Errorf("after 400 days got %d backups", len(kept))
	}
	for n := 391; n <= 400; n++ {
		if !kept[n] {
			t.Errorf("backup %d of 400 is gone", n)
		}
	}
	oldest := 400
	for n := range kept {
		oldest = min(oldest, n)
	}
	if oldest > 100 {
		t.Errorf("the oldest backup is of day %d, want one that is most of a year old", oldest)
	}
}

// The last ten, and beyond them exactly the last of each of so many days, weeks and
// months.
func TestRotationKeepsExactly(t *testing.T) {
	every := func(n int, step time.Duration, end time.Time) []time.Time {
		times := make([]time.Time, n)
		for i := range times {
			times[i] = end.Add(-time.Duration(n-1-i) * step)
		}
		return times
	}
	sunday := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	tests := map[string]struct {
		times []time.Time
		want  string // the days of those that are kept, newest first
	}{
		"daily": {every(60, 24*time.Hour, sunday), // weeks: 15 and 8 February; months: 31 January
			"0301 0228 0227 0226 0225 0224 0223 0222 0221 0220 0215 0208 0131"},
		"twice a day": {every(120, 12*time.Hour, sunday), // days: 24 and 23 February
			"0301 0301 0228 0228 0227 0227 0226 0226 0225 0225 0224 0223 0222 0215 0208 0131"},
		"every four weeks": {
			every(20, 28*24*time.Hour, sunday),
			"0301 0201 0104 1207 1109 1012 0914 0817 0720 0622 0525 0427",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var list []BackupFile
			for i, at := range slices.Backward(tt.times) {
				list = append(list, BackupFile{Number: i + 1, At: at})
			}
			out := superfluous(list)
			var kept []string
			for _, b := range list {
				if !slices.Contains(out, b) {
					kept = append(kept, b.At.Format("0102"))
				}
			}
			if got := strings.Join(kept, " "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestRotationOfManyADay(t *testing.T) {
	var times []time.Time
	for n := range 100 {
		times = append(times, day(n/25))
	}
	kept := keptOf(times)
	for _, n := range []int{25, 50, 75, 91, 100} {
		if !kept[n] {
			t.Errorf("backup %d is gone, want the last of each day and the last ten", n)
		}
	}
	if kept[1] || kept[60] || len(kept) != 13 {
		t.Errorf("got %v, want 13 kept", kept)
	}
}

// A clock that was ahead and is set back: neither are the backups with dates in
// the future dropped, nor do they cost those that are made now.
func TestRotationWithClockSetBack(t *testing.T) {
	var times []time.Time
	for n := range 30 {
		times = append(times, day(n))
	}
	for n := range 30 {
		times = append(times, day(5000+n)) // somebody's clock is years ahead
	}
	for n := range 15 {
		times = append(times, day(30+n)) // and is right again
	}
	kept := keptOf(times)
	for n := 66; n <= 75; n++ {
		if !kept[n] {
			t.Errorf("backup %d, one of the last ten, is gone", n)
		}
	}
	if !kept[60] {
		t.Error("the last backup with a date in the future is gone")
	}
}

func TestBackupNames(t *testing.T) {
	s := emptyStore(t)
	folder := BackupFolder(s.Path())
	now := day(3)
	s.options.Now = func() time.Time { return now }
	for i := range 3 {
		b, err := s.BackUpNow(context.Background(), "asked")
		if err != nil {
			t.Fatal(err)
		}
		if b.Number != i+1 || b.Size == 0 || !b.At.Equal(now) {
			t.Errorf("got backup %+v, want number %d of %s", b, i+1, now)
		}
		now = now.AddDate(0, 0, -1) // each earlier than the one before
	}
	// What others put there is theirs; what a crash left of ours goes.
	foreign := filepath.Join(folder, "my copy.tradewind")
	half := filepath.Join(folder, "000009-20260101-120000-import.tradewind.123.tmp")
	for _, name := range []string{foreign, half, half + "-wal"} {
		writeFile(t, name, []byte("x"))
	}
	if _, err := s.BackUpNow(t.Context(), "asked"); err != nil {
		t.Fatal(err)
	}
	list, err := s.Backups()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range list {
		got = append(got, filepath.Base(b.Path))
	}
	if want := "[000004-20260101-120000-asked.tradewind.zst 000003-20260102-120000-asked.tradewind.zst " +
		"000002-20260103-120000-asked.tradewind.zst 000001-20260104-120000-asked.tradewind.zst]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Errorf("somebody else's file: %v", err)
	}
	if left, _ := filepath.Glob(half + "*"); len(left) != 0 { // the pattern is right
		t.Errorf("got %v left of an unfinished backup", left)
	}
}

// The backups of a catalogue are listed when it is damaged, and when it is gone.
func TestBackupsOfWhatCannotBeOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.tradewind")
	s := createAt(t, path)
	for range 2 {
		if _, err := s.BackUpNow(t.Context(), "asked"); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	wantTwo := func(what string) {
		t.Helper()
		list, err := BackupsOf(path)
		if len(list) != 2 || err != nil || list[0].Number != 2 || list[0].Size == 0 {
			t.Errorf("%s: got %+v (%v), want two backups, the newest first", what, list, err)
		}
	}
	wantTwo("sound")
	writeFile(t, path, []byte("no catalogue"))
	wantTwo("damaged")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	wantTwo("gone")
	if list, err := BackupsOf(filepath.Join(t.TempDir(), "none.tradewind")); len(list) != 0 || err != nil {
		t.Errorf("without a folder of backups: got %v (%v), want none", list, err)
	}
}
