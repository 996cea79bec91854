package casetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// assertion returns why an assertion is not true; "" where it is.
func (j judge) assertion(a map[string]any) string {
	for _, f := range []struct {
		key   string
		judge func(map[string]any) string
	}{
		{"any", j.anyOf},
		{"all", j.allOf},
		{"not", j.negated},
		{"products", j.products},
		{"variants", j.variants},
		{"variant", j.variant},
		{"no_variant", j.noVariant},
		{"together", j.together},
		{"kept", j.kept},
		{"import", j.imported},
		{"exit", j.exit},
		{"told", j.isTold},
		{"not_told", j.isNotTold},
		{"account", j.account},
		{"problems", j.problems},
		{"state", j.state},
		{"file", j.file},
		{"output", j.output},
		{"output_not", j.output},
		{"line", j.output},
	} {
		if _, ok := a[f.key]; ok {
			return f.judge(a)
		}
	}
	j.Fatalf("broken case: no such assertion: %v", a)
	return ""
}

func (j judge) anyOf(a map[string]any) string {
	var whys []string
	for _, x := range list(a["any"]) {
		why := j.assertion(fields(x))
		if why == "" {
			return ""
		}
		whys = append(whys, why)
	}
	return strings.Join(whys, " | ")
}

func (j judge) allOf(a map[string]any) string {
	for _, x := range list(a["all"]) {
		if why := j.assertion(fields(x)); why != "" {
			return why
		}
	}
	return ""
}

func (j judge) negated(a map[string]any) string {
	if j.assertion(fields(a["not"])) != "" {
		return ""
	}
	return "holds: " + text(a["not"])
}

func (j judge) products(a map[string]any) string {
	return j.counted(len(j.run.products), a["products"], "products")
}

func (j judge) variants(a map[string]any) string {
	n := 0
	for _, p := range j.run.products {
		n += len(list(p.fields["variants"]))
	}
	return j.counted(n, a["variants"], "variants")
}

func (j judge) counted(n int, want any, what string) string {
	if j.fits(json.Number(fmt.Sprint(n)), want) {
		return ""
	}
	return fmt.Sprintf("%d %s", n, what)
}

func (j judge) variant(a map[string]any) string {
	return j.row(j.run.variants(), fields(a["variant"]), fields(a["has"]), "variants")
}

// row asks whether a row fits a selector and the wanted values.
func (j judge) row(rows []row, selector, wants map[string]any, where string) string {
	var chosen []row
	for _, r := range rows {
		switch {
		case !j.allFit(r, selector):
		case j.allFit(r, wants):
			return ""
		default:
			chosen = append(chosen, r)
		}
	}
	if len(chosen) == 0 {
		return fmt.Sprintf("%s: none with %s", where, text(selector))
	}
	var wrong []string
	for _, key := range slices.Sorted(maps.Keys(wants)) {
		if got := chosen[0][key]; !j.fits(got, wants[key]) {
			wrong = append(wrong, fmt.Sprintf("%s = %q, want %s", key, text(got), text(wants[key])))
		}
	}
	if wrong == nil {
		return where + ": no row fits whole"
	}
	return strings.Join(wrong, "; ")
}

func (j judge) noVariant(a map[string]any) string {
	for _, r := range j.run.variants() {
		if j.allFit(r, fields(a["no_variant"])) {
			return "there is " + text(a["no_variant"])
		}
	}
	return ""
}

func (j judge) together(a map[string]any) string {
	for _, p := range j.run.products {
		var skus []any
		for _, v := range list(p.fields["variants"]) {
			skus = append(skus, fields(v)["sku"])
		}
		missing := slices.ContainsFunc(list(a["together"]), func(sku any) bool { return !slices.Contains(skus, sku) })
		if size, ok := number(a["size"]); !missing && (!ok || size.IntPart() == int64(len(skus))) {
			return ""
		}
	}
	return "not one product: " + text(a["together"])
}

var numberPattern = regexp.MustCompile(`\d+(?:\.\d+)?`)

func (j judge) kept(a map[string]any) string {
	for _, r := range j.run.variants() {
		if !j.allFit(r, fields(a["in"])) {
			continue
		}
		all := text(r[whole])
		lost := slices.ContainsFunc(list(a["kept"]), func(k any) bool {
			return !strings.Contains(all, text(k)) && !hasNumber(all, k)
		})
		if !lost {
			return ""
		}
	}
	return "lost: " + text(a["kept"])
}

func hasNumber(s string, want any) bool {
	wanted, ok := number(want)
	return ok && slices.ContainsFunc(numberPattern.FindAllString(s, -1), func(n string) bool {
		d, ok := number(n)
		return ok && d.Equal(wanted)
	})
}

// last is the last step that an assertion about imports is about.
func (j judge) last(a map[string]any) step {
	steps := j.pick(a, "import")
	return steps[len(steps)-1]
}

func (j judge) imported(a map[string]any) string {
	counts := row{}
	if records := j.last(a).records; len(records) > 0 {
		counts = records[0].fields
	}
	return j.row([]row{counts}, nil, fields(a["import"]), "import")
}

func (j judge) exit(a map[string]any) string {
	wants, ok := a["exit"].([]any)
	if !ok {
		wants = []any{a["exit"]}
	}
	code := j.last(a).code
	if slices.ContainsFunc(wants, func(w any) bool { return j.fits(json.Number(fmt.Sprint(code)), w) }) {
		return ""
	}
	return fmt.Sprintf("exit code %d", code)
}

func (j judge) isTold(a map[string]any) string {
	if j.told(fields(a["told"])) != nil {
		return ""
	}
	return "not told " + text(a["told"])
}

func (j judge) isNotTold(a map[string]any) string {
	if p := j.told(fields(a["not_told"])); p != nil {
		return fmt.Sprintf("told %s: %s", p.Code, p.Message)
	}
	return ""
}

// account is about all that an import says of itself as JSON, apart from problems.
func (j judge) account(a map[string]any) string {
	re := j.regexp(a["account"])
	for _, r := range j.last(a).records {
		var parts map[string]json.RawMessage
		if json.Unmarshal([]byte(r.whole), &parts) != nil {
			continue
		}
		delete(parts, "problems")
		delete(parts, "entry")
		var said bytes.Buffer
		enc := json.NewEncoder(&said)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(parts); err != nil {
			j.Fatal(err)
		}
		if re.MatchString(said.String()) {
			return ""
		}
	}
	return "not in the account: " + text(a["account"])
}

func (j judge) problems(a map[string]any) string {
	n := 0
	for _, s := range j.pick(a, "import") {
		n += len(s.problems())
	}
	if most, _ := number(a["problems"]); int64(n) <= most.IntPart() {
		return ""
	}
	return fmt.Sprintf("%d problems", n)
}

func (j judge) state(a map[string]any) string {
	for _, s := range j.pick(a, "check") {
		for _, r := range s.records {
			if !slices.Contains(list(r.fields["skus"]), a["sku"]) {
				continue
			}
			if slices.Contains(list(a["state"]), r.fields["state"]) {
				return ""
			}
			return fmt.Sprintf("%v is %v for %v", a["sku"], r.fields["state"], a["channel"])
		}
	}
	return fmt.Sprintf("%v was not checked for %v", a["sku"], a["channel"])
}
