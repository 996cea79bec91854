package view

import (
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
)

// IsFilter reports whether a filter leaves anything out.
func IsFilter(f catalog.Filter) bool {
	return f.Search != "" || len(f.Where)+len(f.SKUs)+len(f.IDs)+len(f.Findings) > 0
}

// PickWords says a pick: "No HS code", "Taobao: blocked".
func PickWords(pick catalog.FindingFilter, sum workspace.Survey, w *workspace.Workspace, say *text.Printer) string {
	channel := pick.Channel
	if c, err := w.Channel(channel); err == nil {
		channel = ChannelTitle(c, say)
	}
	if pick.Problem == (catalog.ProblemKind{}) {
		if channel == "" {
			return say.Say("pick-anywhere", "state", say.Say("readiness-"+string(pick.State)))
		}
		return say.Say("pick-state", "channel", channel, "state", say.Say("readiness-"+string(pick.State)))
	}
	problem := catalog.Problem{Code: pick.Problem.Code, Field: pick.Problem.Field}
	if first, ok := sum.Problem(pick.Problem); ok {
		problem = first
	}
	words := Brief(problem, say)
	if channel == "" {
		return words
	}
	return say.Say("pick-problem-of", "problem", words, "channel", channel)
}

// Brief says a problem in a few words, otherwise by its first sentence.
func Brief(p catalog.Problem, say *text.Printer) string {
	if words, ok := say.Brief(p); ok {
		return words
	}
	return FirstSentence(say.Problem(p))
}

// FirstSentence is what is wrong, without what to do about it.
func FirstSentence(s string) string {
	for _, end := range []string{". ", "。"} {
		if i := strings.Index(s, end); i > 0 {
			return s[:i]
		}
	}
	return strings.TrimSuffix(s, ".")
}
