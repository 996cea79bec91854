package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Serial numbers count days. Those below 60 count from the last day of 1899 and
// those above from the day before it, since Excel knows a 29 February 1900
// (ECMA-376 part 1, 18.17.4.1); the other system counts from 1 January 1904.
var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

// maxSerial is 31 December 9999, the last day that a spreadsheet shows.
const maxSerial = 2_958_466

// isoDate gives a serial number as ISO 8601: a date, a time of day, or both. It
// reports false for a number that is no date.
func isoDate(value []byte, date1904 bool) (string, bool) {
	serial, err := strconv.ParseFloat(string(value), 64)
	if err != nil || !(serial >= 0 && serial < maxSerial) {
		return "", false
	}
	days, part := math.Modf(serial)
	seconds := math.Round(part * 86400)
	if days == 0 && seconds > 0 && !date1904 {
		return epoch1900.Add(time.Duration(seconds) * time.Second).Format("15:04:05"), true
	}
	epoch := epoch1900
	switch {
	case date1904:
		epoch = epoch1904
	case days < 60:
		days++
	}
	t := epoch.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	if seconds == 0 {
		return t.Format(time.DateOnly), true
	}
	return t.Format("2006-01-02T15:04:05"), true
}

// trimMidnight takes the time off a t="d" value that has none to give.
func trimMidnight(value string) string {
	date, clock, ok := strings.Cut(value, "T")
	if ok && strings.Trim(clock, "0:.Z") == "" {
		return date
	}
	return value
}
