package workspace

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
)

// Extension is how the name of a catalogue file ends.
const Extension = ".tradewind"

// UserOptions are the options of the person at this machine: their name and
// their own channel specs.
func UserOptions(assets fs.FS, getenv func(string) string) (Options, error) {
	specs, err := ownSpecs(getenv)
	return Options{Assets: assets, Specs: specs, By: userName()}, err
}

// ownSpecs is the folder with the user's own channels: TRADEWIND_CHANNELS, else
// tradewind/channels in the configuration folder. It is nil when there is none.
func ownSpecs(getenv func(string) string) (fs.FS, error) {
	folder := getenv("TRADEWIND_CHANNELS")
	if folder == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return nil, nil // an account without a home has no specs of its own
		}
		folder = filepath.Join(config, "tradewind", "channels")
	}
	switch _, err := os.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("your own channels: %w", err)
	}
	return os.DirFS(folder), nil
}

// userName is who history says it was; an account without a name has no say.
func userName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}
