package workspace

import (
	"context"
	"strings"

	"tradewind.app/export"
)

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
