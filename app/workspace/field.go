package workspace

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// UnknownFieldError says that no field has a name. Near are the fields with names
// that are nearest to it, where there are any.
type UnknownFieldError struct {
	Name catalog.Field
	Near []catalog.Field
}

func (e *UnknownFieldError) Error() string { return fmt.Sprintf("%q is not a field", e.Name) }

// field finds a field by its name, whatever its case. A channel's value is a field
// where the channel is one of ours and reads it: nothing would ever come of another.
func (w *Workspace) field(name catalog.Field) (catalog.FieldInfo, error) {
	info, ok := catalog.LookupField(name)
	if !ok {
		return info, &UnknownFieldError{Name: name}
	}
	rest, isChannel := strings.CutPrefix(string(info.Name), "channel.")
	if !isChannel {
		return info, nil
	}
	channel, key, _ := strings.Cut(rest, ".")
	i := slices.IndexFunc(w.channels, func(c *export.Channel) bool { return strings.EqualFold(c.Name(), channel) })
	if i < 0 {
		return info, &UnknownFieldError{name, w.nearChannels(channel, key)}
	}
	c := w.channels[i]
	known, ok := c.Key(key)
	if !ok {
		return info, &UnknownFieldError{name, nearKeys(c, key)}
	}
	info, ok = catalog.LookupField(catalog.ChannelField(c.Name(), known))
	if !ok {
		return info, &UnknownFieldError{Name: name}
	}
	return info, nil
}

// mostNear is how many names are proposed for one that there is not.
const mostNear = 5

// nearKeys are the values of a channel with names that are nearest to key.
func nearKeys(c *export.Channel, key string) []catalog.Field {
	var fields []catalog.Field
	for _, near := range nearest(key, c.Keys()) {
		fields = append(fields, catalog.ChannelField(c.Name(), near))
	}
	return fields
}

// nearChannels is the value on the channels that have it, otherwise the channels.
func (w *Workspace) nearChannels(channel, key string) []catalog.Field {
	var have, all []string
	for _, c := range w.channels {
		all = append(all, c.Name())
		if _, ok := c.Key(key); ok {
			have = append(have, c.Name())
		}
	}
	if len(have) == 0 {
		have, key = all, "COLUMN"
	}
	var fields []catalog.Field
	for _, name := range nearest(channel, have) {
		fields = append(fields, catalog.ChannelField(name, key))
	}
	return fields
}

// nearest lists the names that take the fewest changes of a letter to become
// another, at most mostNear.
func nearest(name string, names []string) []string {
	name = strings.ToLower(name)
	sorted := slices.Clone(names)
	slices.SortStableFunc(sorted, func(a, b string) int {
		return cmp.Compare(distance(name, strings.ToLower(a)), distance(name, strings.ToLower(b)))
	})
	return sorted[:min(len(sorted), mostNear)]
}

// distance counts the letters to put in, take out or replace to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// TargetChannels lists the channels that the shop wants to sell on: those of the
// setting, all where it names none that is known.
func (w *Workspace) TargetChannels(ctx context.Context) ([]*export.Channel, error) {
	names, err := w.Setting(ctx, SettingChannels)
	if err != nil {
		return nil, err
	}
	var targets []*export.Channel
	for _, c := range w.channels {
		if containsName(names, c.Name()) {
			targets = append(targets, c)
		}
	}
	if len(targets) == 0 {
		return w.channels, nil
	}
	return targets, nil
}

// containsName reports whether a list with commas has a name in it.
func containsName(list, name string) bool {
	for have := range strings.SplitSeq(list, ",") {
		if strings.TrimSpace(have) == name {
			return true
		}
	}
	return false
}

// Extension is how the name of a catalogue file ends.
const Extension = ".tradewind"

// UserOptions are the options of the person at this machine: their name, which is
// TRADEWIND_NAME or that of their account, and their own channel specs.
func UserOptions(assets fs.FS, getenv func(string) string) (Options, error) {
	specs, err := ownSpecs(getenv)
	return Options{Assets: assets, Specs: specs, By: cmp.Or(getenv("TRADEWIND_NAME"), AccountName())}, err
}

// ownSpecs is the folder with the user's own channels: TRADEWIND_CHANNELS, otherwise
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

// AccountName is what the person at this machine is called by the system, as long as
// they have not said otherwise; empty where it has no name for them.
func AccountName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}
