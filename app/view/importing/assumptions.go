package importing

import (
	"tradewind.app/app/view"
	"tradewind.app/app/workspace"
	"tradewind.app/catalog"
	"tradewind.app/catalog/sheet"
)

// Assumption is one thing that an import takes for granted.
type Assumption struct {
	Problem catalog.Problem // for its sentence
	Guess   bool            // it rests on nothing in the file, or on a likeness: worth a look

	kind sheet.AssumptionKind
	from sheet.Evidence

	setting string // of the shop, that it is changed by
}

// assumptions is what a reading took for granted: guesses first.
func assumptions(all []sheet.Assumption) []Assumption {
	var guesses, sure []Assumption
	for _, a := range all {
		one := Assumption{Problem: a.Problem(), kind: a.Kind, from: a.From, setting: settingOf(a)}
		switch a.From {
		case sheet.FromShop, sheet.FromLikeness, sheet.FromContent, sheet.FromSign:
			one.Guess = true
			guesses = append(guesses, one)
		default:
			sure = append(sure, one)
		}
	}
	return append(guesses, sure...)
}

// settingOf is the shop's setting that an assumption may rest on.
func settingOf(a sheet.Assumption) string {
	switch {
	case a.Kind == sheet.AssumedCurrency:
		return workspace.SettingCurrency
	case catalog.Unit(a.Value).Dimension() == catalog.Length:
		return workspace.SettingLengthUnit
	}
	return workspace.SettingWeightUnit
}

// Doubts are what makes it doubtful that the sheet and its columns are understood, while
// they can be said otherwise: most rows lack a title, no column is a product's.
func (m *Model) Doubts() []catalog.Problem {
	if m.Busy || m.Step != StepSheet && m.Step != StepColumns {
		return nil
	}
	return m.preview.Problems
}

// columnsMend reports whether what is in doubt is mended by saying what a column means:
// most rows lack something, and there are columns of which nobody knows what they are.
func (m *Model) columnsMend() bool {
	lacks, others := mostLack(m.preview.Problems)
	return len(lacks) > 0 && len(others) == 0 && !m.AllKnown()
}

// ChangeAssumed goes to where an assumption can be changed: the sheet and its header,
// the meaning of the columns, or the shop's own currency and units.
func (m *Model) ChangeAssumed(a Assumption) {
	switch {
	case a.kind == sheet.AssumedSheet, a.kind == sheet.AssumedHeader, a.kind == sheet.AssumedLayout:
		m.GoTo(StepSheet)
	case a.from == sheet.FromShop:
		m.Plan = nil // it was made with what is about to be changed
		m.GoTo(StepColumns)
		m.session.Go(view.Target{Place: view.SettingsPlace, Setting: a.setting})
	default:
		m.GoTo(StepColumns)
	}
}

// mostLack takes out of problems what most rows of the file lack: a title, a price, a
// code. Then the file was most likely not understood.
func mostLack(problems []catalog.Problem) (lacks, others []catalog.Problem) {
	for _, p := range problems {
		if p.Leads() {
			lacks = append(lacks, p)
		} else {
			others = append(others, p)
		}
	}
	return lacks, others
}
