package view

import (
	"context"
	"slices"
	"strings"

	"tradewind.app/app/job"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// ExportNeed is something that the feed needs and a person can tell: a rate of
// exchange, where pages or pictures are. It is kept in the catalogue.
type ExportNeed struct {
	Key     string // of the setting
	Code    string // of its name; "" for a rate
	From    string // currencies of a rate
	To      string
	Example string
	Value   string
}

// needsOf tells what is lacking by the problems that come of it. What was lacking
// before stays, so that the person sees what they filled in.
func needsOf(before []ExportNeed, found exportCheck) []ExportNeed {
	needs := slices.Clone(before)
	for _, p := range found.survey.Problems {
		need, ok := needOf(p.First)
		if ok && !slices.ContainsFunc(needs, func(n ExportNeed) bool { return n.Key == need.Key }) {
			needs = append(needs, need)
		}
	}
	for i := range needs {
		needs[i].Value = found.settings[needs[i].Key]
	}
	return needs
}

func needOf(p catalog.Problem) (ExportNeed, bool) {
	switch {
	case p.Code == "price-currency":
		from, to := p.Args["from"], p.Args["to"]
		return ExportNeed{Key: workspace.SettingRatePrefix + from + "/" + to, From: from, To: to, Example: "7.10"}, true
	case p.Code == "value-missing" && p.Field == string(catalog.FieldURL):
		return ExportNeed{Key: workspace.SettingPageURL, Code: "option-page-url", Example: "https://shop.example/products/{handle}"}, true
	case p.Code == "picture-address-missing", p.Code == "image-not-online":
		return ExportNeed{Key: workspace.SettingPictureURL, Code: "option-picture-url", Example: "https://shop.example/pictures/{file}"}, true
	}
	return ExportNeed{}, false
}

// Give keeps what the feed needs. The products are then checked again.
func (m *Export) Give(key, value string) {
	w, given := m.session.Workspace, map[string]string{key: strings.TrimSpace(value)}
	Write(m.session, m.session.Text.Say("job-settings"), func(ctx context.Context, _ job.Progress) (struct{}, error) {
		return struct{}{}, w.SetSettings(ctx, given)
	}, func(_ struct{}, err error) {
		if err != nil {
			m.session.Fail(err)
		}
	})
}
