// Package settings is the view model of what can be set: options of the catalogue
// and of the person at this machine, described as data.
package settings

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// Preferences are what a person at this machine has chosen. Setting one takes
// effect at once.
type Preferences interface {
	Preference(key string) string
	SetPreference(key, value string)
}

// Model is the state of the settings screen: topics of options and their
// values.
type Model struct {
	// Changed is called when there is something new to show.
	Changed func()

	session     *view.Session
	preferences Preferences
	cancel      context.CancelFunc
	values      map[string]string
	channels    []*export.Channel
	aim         string // option that somebody was sent here for
	wanted      string // option that stays listed, set or not, since it was asked for
	loaded      bool
	failed      error
}

// New makes the model.
func New(s *view.Session, p Preferences) *Model {
	return &Model{session: s, preferences: p, cancel: func() {}, Changed: func() {}}
}

// Receive takes the option that somebody was sent here for.
func (m *Model) Receive(t view.Target) { m.aim = t.Setting }

// TakeAim returns, once and when the options are known, the option that somebody was
// sent here for, and its topic.
func (m *Model) TakeAim() (topic, key string, ok bool) {
	if m.aim == "" || !m.loaded || m.failed != nil {
		return "", "", false
	}
	key = m.aim
	for _, t := range m.Topics() {
		if slices.ContainsFunc(t.Options, func(o Option) bool { return o.Key == key }) {
			topic = t.Name
		}
	}
	m.wanted, m.aim = key, ""
	return topic, key, topic != ""
}

// Load reads what is set in the catalogue.
func (m *Model) Load() {
	m.cancel()
	if m.session.Workspace == nil {
		m.loaded = true
		m.Changed()
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.cancel = cancel
	view.Load(ctx, m.session, m.session.Workspace.Settings, func(values map[string]string) {
		m.values, m.channels, m.loaded, m.failed = values, m.session.Workspace.Channels(), true, nil
		m.Changed()
	}, func(err error) {
		m.failed = err
		m.Changed()
	})
}

// Leave gives up what is being read.
func (m *Model) Leave() { m.cancel() }

// Loaded reports whether the values are known, and why they cannot be.
func (m *Model) Loaded() (bool, error) { return m.loaded, m.failed }

// ReadOnly says why the catalogue's options cannot be changed; nil when they can.
func (m *Model) ReadOnly() error {
	if m.session.Workspace == nil {
		return nil
	}
	return m.session.Workspace.ReadOnly()
}

// Looks are the person's own options.
func (m *Model) Looks() []Option { return looks.Options }

// Topics are the pages. Without a catalogue there are only the person's own.
func (m *Model) Topics() []Topic {
	if m.session.Workspace == nil {
		return []Topic{looks, person}
	}
	topics := []Topic{looks, person, m.sales(), numbers, m.rates(), shop}
	for i := range topics {
		topics[i].Options = slices.Clone(topics[i].Options)
		for j, o := range topics[i].Options {
			topics[i].Options[j] = o.withValue(m.Value(o))
		}
	}
	return topics
}

// sales is where the shop sells.
func (m *Model) sales() Topic {
	return Topic{
		Name: "channels", Code: "topic-channels", Hint: "topic-channels-hint",
		Options: []Option{channelOption(m.channels, m.session.Text), scriptOption},
	}
}

func channelOption(channels []*export.Channel, say *text.Printer) Option {
	o := Option{Key: workspace.SettingChannels, Code: "option-channels", Several: true}
	for _, c := range channels {
		o.Choices = append(o.Choices, view.Choice{Value: c.Name(), Label: c.Title(catalog.Locale(say.Language()))})
	}
	return o
}

// rates are one option for each currency that a channel wants and the home
// currency is not (some take the shop's, whichever it is), and for each rate that is set already.
func (m *Model) rates() Topic {
	home := m.values[workspace.SettingCurrency]
	keys := map[string]bool{}
	for _, c := range m.channels {
		if to := c.Spec().Currency; catalog.KnownCurrency(to) && to != home && home != "" {
			keys[workspace.SettingRatePrefix+home+"/"+to] = true
		}
	}
	for key := range m.values {
		if strings.HasPrefix(key, workspace.SettingRatePrefix) {
			keys[key] = true
		}
	}
	for _, key := range []string{m.aim, m.wanted} {
		if strings.HasPrefix(key, workspace.SettingRatePrefix) {
			keys[key] = true
		}
	}
	t := Topic{Name: "rates", Code: "topic-rates", Hint: "topic-rates-hint"}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		from, to, _ := strings.Cut(strings.TrimPrefix(key, workspace.SettingRatePrefix), "/")
		t.Options = append(t.Options, Option{Key: key, Label: "1 " + from + " → " + to, Example: "7.12"})
	}
	return t
}

// Value is what an option is set to.
func (m *Model) Value(o Option) string {
	if o.Personal {
		return m.preferences.Preference(o.Key)
	}
	return m.values[o.Key]
}

// Set changes an option; done is given what went wrong, nil when nothing did. A
// value that is the same changes nothing, and leaves no entry in history.
func (m *Model) Set(o Option, value string, done func(error)) {
	value = strings.TrimSpace(value)
	if value == m.Value(o) {
		done(nil)
		return
	}
	if o.Personal {
		m.preferences.SetPreference(o.Key, value)
		done(nil)
		return
	}
	w := m.session.Workspace
	view.Write(m.session, m.session.Text.Say("job-settings"), func(ctx context.Context, _ job.Progress) (map[string]string, error) {
		if err := w.SetSettings(ctx, map[string]string{o.Key: value}); err != nil {
			return nil, err
		}
		return w.Settings(ctx)
	}, func(values map[string]string, err error) {
		if err == nil {
			m.values = values
		}
		if done(err); err == nil { // otherwise what was typed stays, with what is wrong about it
			m.Changed()
		}
	})
}

// Broken are the settings that cannot be read, for which Loaded failed.
func (m *Model) Broken() []string {
	var broken *workspace.BrokenSettingError
	if errors.As(m.failed, &broken) {
		return broken.Keys
	}
	return nil
}

// Reset sets those back that cannot be read.
func (m *Model) Reset() {
	w, keys := m.session.Workspace, m.Broken()
	if len(keys) == 0 {
		return
	}
	view.Write(m.session, m.session.Text.Say("job-settings"), func(ctx context.Context, _ job.Progress) (struct{}, error) {
		return struct{}{}, w.ResetSettings(ctx, keys)
	}, func(_ struct{}, err error) {
		if err != nil {
			m.session.Fail(err)
			return
		}
		m.Load()
	})
}
