package casetest

import (
	"slices"
	"strings"
)

var severities = []string{"info", "warning", "blocked"}

// told is the first problem that fits all of a description: severity (at
// least), at (any of the places), field, code and not_code (regexps), names (texts
// that all occur in it), says (regexp), sku; of a step, or of a channel.
func (j judge) told(spec map[string]any) *problem {
	kinds := []string{"import", "check", "export", "set", "localize"}
	if spec["channel"] != nil {
		kinds = []string{"check", "export"}
	}
	for key := range spec {
		switch key {
		case "severity", "at", "field", "code", "not_code", "names", "says", "sku", "step", "channel":
		default:
			j.Fatalf("broken case: no such property of a problem: %s", key)
		}
	}
	for _, s := range j.pick(spec, kinds...) {
		for _, p := range s.problems() {
			if j.describes(spec, p) {
				return &p
			}
		}
	}
	return nil
}

func (j judge) describes(spec map[string]any, p problem) bool {
	all := []string{p.Place, p.Field, p.Message}
	for key, v := range p.Args {
		if key != "source" && key != "checked" && key != "channel" {
			all = append(all, text(v))
		}
	}
	whole := j.withoutFiles(strings.Join(all, "\n"))
	lower := strings.ToLower(whole)
	switch places := some(spec["at"]); {
	case severity(p.Severity) < severity(text(spec["severity"])),
		spec["sku"] != nil && !slices.Contains(p.skus, text(spec["sku"])),
		len(places) > 0 && !slices.ContainsFunc(places, func(token string) bool { return j.liesAt(p, token) }),
		!j.regexp(spec["field"]).MatchString(p.Field + "\n" + text(p.Args["column"])),
		!j.regexp(spec["code"]).MatchString(p.Code),
		spec["not_code"] != nil && j.regexp(spec["not_code"]).MatchString(p.Code),
		slices.ContainsFunc(some(spec["names"]), func(n string) bool { return !strings.Contains(lower, strings.ToLower(n)) }),
		!j.regexp(spec["says"]).MatchString(whole):
		return false
	}
	return true
}

// severity ranks a severity; one that is not named ranks lowest.
func severity(name string) int { return max(0, slices.Index(severities, name)) }

// some is one text or a list of them.
func some(v any) []string {
	if v == nil {
		return nil
	}
	values, ok := v.([]any)
	if !ok {
		return []string{text(v)}
	}
	var texts []string
	for _, v := range values {
		texts = append(texts, text(v))
	}
	return texts
}

// pick returns the steps that an assertion is about: the one that it names, otherwise
// those of some commands, of its channel if it has one.
func (j judge) pick(spec map[string]any, commands ...string) []step {
	if n, ok := number(spec["step"]); ok {
		i := int(n.IntPart()) - 1
		if i < 0 || i >= len(j.run.steps) {
			j.Fatalf("broken case: there is no step %d", i+1)
		}
		return j.run.steps[i : i+1]
	}
	var found []step
	for _, s := range j.run.steps {
		if slices.Contains(commands, s.words[0]) && (spec["channel"] == nil || slices.Contains(s.words, text(spec["channel"]))) {
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		j.Fatalf("broken case: no step fits %v", spec)
	}
	return found
}
