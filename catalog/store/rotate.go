package store

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// BackupFile is a backup in the folder beside a catalogue.
type BackupFile struct {
	Path   string    `json:"path"`
	Number int       `json:"number"` // counts the backups: the order that no clock can turn around
	At     time.Time `json:"at"`     // by the clock of the machine
	Reason string    `json:"reason"` // what it was made before: import, migration, restore
	Size   int64     `json:"size"`   // bytes

	// Unreadable counts the products in a backup made just now whose content is
	// missing or damaged; of one that is only listed it is not known.
	Unreadable int `json:"unreadable"`
}

// BackupFolder is where the backups of a catalogue are kept.
func BackupFolder(path string) string { return path + "-backups" }

// backupName: number, UTC date and time, reason; compressed or, where there was no room
// to do that, and by versions before, plain. What is named otherwise was put
// there by somebody else and is left alone.
var backupName = regexp.MustCompile(`^(\d{6,9})-(\d{8}-\d{6})-([a-z-]+)\.tradewind(\.zst)?$`)

const backupTime = "20060102-150405"

// Backups lists the backups beside the catalogue, newest first.
func (s *Store) Backups() ([]BackupFile, error) { return listBackups(BackupFolder(s.path)) }

// BackupsOf lists the backups beside the catalogue at path, newest first. The
// catalogue itself may be damaged or gone, or open here or elsewhere: it is not
// opened. That a backup is listed does not tell that it can be restored; Restore
// verifies it before it touches anything.
func BackupsOf(path string) ([]BackupFile, error) {
	path, err := restoreTarget(path)
	if err != nil {
		return nil, err
	}
	return listBackups(BackupFolder(path))
}

func listBackups(folder string) ([]BackupFile, error) {
	err := checkBackupFolder(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var entries []fs.DirEntry
	if err == nil {
		entries, err = os.ReadDir(folder)
	}
	if err != nil {
		return nil, fmt.Errorf("list the backups: %w", err)
	}
	var list []BackupFile
	for _, e := range entries {
		if b, ok := parseBackup(e.Name()); ok && e.Type().IsRegular() {
			b.Path = filepath.Join(folder, e.Name())
			b.Size = sizeOf(b.Path)
			list = append(list, b)
		}
	}
	slices.SortFunc(list, func(a, b BackupFile) int {
		return cmp.Or(cmp.Compare(b.Number, a.Number), cmp.Compare(b.Path, a.Path))
	})
	return list, nil
}

func parseBackup(name string) (BackupFile, bool) {
	part := backupName.FindStringSubmatch(name)
	if part == nil {
		return BackupFile{}, false
	}
	number, err := strconv.Atoi(part[1])
	if err != nil {
		return BackupFile{}, false
	}
	at, err := time.Parse(backupTime, part[2])
	return BackupFile{Number: number, At: at, Reason: part[3]}, err == nil
}

// unfinishedBackup is what a backup is called until it is verified.
const unfinishedBackup = "new.tradewind"

// makeBackupFolder makes the folder of backups for the same people that may read
// the catalogue, and removes from it what a crash cut short.
func makeBackupFolder(path string) (string, error) {
	folder := BackupFolder(path)
	perm := permOf(path)
	perm |= perm & 0o444 >> 2 // who may read the file may look into the folder
	err := os.Mkdir(folder, perm|0o700)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return "", fmt.Errorf("make the folder for backups: %w", err)
	}
	if err := checkBackupFolder(folder); err != nil {
		return "", err
	}
	return folder, removeLeftovers(folder, "")
}

// checkBackupFolder lets through only a folder: a link would have backups written
// and old ones removed where it leads to.
func checkBackupFolder(folder string) error {
	info, err := os.Lstat(folder)
	if err == nil && !info.IsDir() {
		err = &FileError{Path: folder, Err: ErrNotOurs}
	}
	return err
}

// nextBackup names the next backup; suffix is compressedSuffix or nothing.
func nextBackup(folder string, now time.Time, reason, suffix string) (BackupFile, error) {
	list, err := listBackups(folder)
	if err != nil {
		return BackupFile{}, err
	}
	b := BackupFile{Number: 1, At: now.UTC().Truncate(time.Second), Reason: reason}
	if len(list) > 0 {
		b.Number = list[0].Number + 1
	}
	b.Path = filepath.Join(folder, fmt.Sprintf("%06d-%s-%s.tradewind%s", b.Number, b.At.Format(backupTime), reason, suffix))
	return b, nil
}

// How many backups are kept: the last ones, and beyond these the last of each
// of so many days, weeks and months that have any.
const (
	keepLast   = 10
	keepDays   = 7
	keepWeeks  = 4
	keepMonths = 12
)

// thinOut removes the backups that need not be kept. Which are the last ones is
// told by their numbers and never by comparing dates with the clock: set back or
// ahead, it must not cost a backup. A file that cannot be removed now is tried
// again next time.
func thinOut(folder string) error {
	list, err := listBackups(folder)
	if err != nil {
		return err
	}
	for _, b := range superfluous(list) {
		_ = os.Remove(b.Path)
	}
	return nil
}

// superfluous picks from a list, newest first, what need not be kept.
func superfluous(list []BackupFile) []BackupFile {
	days, weeks, months := newCalendar("2006-01-02", keepDays), newWeeks(keepWeeks), newCalendar("2006-01", keepMonths)
	var out []BackupFile
	for i, b := range list {
		keep := i < keepLast
		for _, c := range []*calendar{days, weeks, months} {
			if c.isFirst(b.At) {
				keep = true
			}
		}
		if !keep {
			out = append(out, b)
		}
	}
	return out
}

// calendar remembers which days, weeks or months have had their backup.
type calendar struct {
	name func(time.Time) string
	seen map[string]bool
	most int
}

func newCalendar(layout string, most int) *calendar {
	return &calendar{func(t time.Time) string { return t.Format(layout) }, map[string]bool{}, most}
}

func newWeeks(most int) *calendar {
	week := func(t time.Time) string {
		year, week := t.ISOWeek()
		return fmt.Sprint(year, week)
	}
	return &calendar{week, map[string]bool{}, most}
}

// isFirst reports whether t is in a day (week, month) not met before, while
// there is room for one more.
func (c *calendar) isFirst(t time.Time) bool {
	name := c.name(t)
	if c.seen[name] || len(c.seen) >= c.most {
		return false
	}
	c.seen[name] = true
	return true
}
