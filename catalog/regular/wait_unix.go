//go:build unix

package regular

import "syscall"

// noWait opens a named pipe without waiting for its other end, and no terminal
// as this process's own.
const noWait = syscall.O_NONBLOCK | syscall.O_NOCTTY
