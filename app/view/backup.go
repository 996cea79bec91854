package view

import (
	"time"
)

// Backup is a copy of the catalogue that lies beside it.
type Backup struct {
	Path   string
	Name   string
	At     time.Time
	Reason string // the message "backup-" and it tells why it was made
	Size   int64  // bytes
}
