package product

import (
	"slices"
	"strings"

	"tradewind.app/app/view"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// fieldTabs is where each field is mended: the one table by which Fix, a pressed
// problem and a refused save find their way. Fields whose names are not known before,
// of listings, attributes and channels, are given by TabOf.
var fieldTabs = map[catalog.Field]Tab{
	catalog.FieldTitle: DetailsTab, catalog.FieldDescription: DetailsTab, catalog.FieldTags: DetailsTab, catalog.FieldStatus: DetailsTab,
	catalog.FieldBrand: DetailsTab, catalog.FieldCategory: DetailsTab, catalog.FieldType: DetailsTab, catalog.FieldMaterial: DetailsTab,
	catalog.FieldHandle: DetailsTab, catalog.FieldURL: DetailsTab, catalog.FieldNotes: DetailsTab,

	catalog.FieldOption1Name: VariantsTab, catalog.FieldOption2Name: VariantsTab, catalog.FieldOption3Name: VariantsTab,
	catalog.FieldOption1: VariantsTab, catalog.FieldOption2: VariantsTab, catalog.FieldOption3: VariantsTab,
	catalog.FieldSKU: VariantsTab, catalog.FieldGTIN: VariantsTab, catalog.FieldMPN: VariantsTab, catalog.FieldPrice: VariantsTab,
	catalog.FieldCompare: VariantsTab, catalog.FieldCost: VariantsTab, catalog.FieldQuantity: VariantsTab, catalog.FieldTracker: VariantsTab,

	catalog.FieldImages: ImagesTab, catalog.FieldImageAlt: ImagesTab, catalog.FieldImageVariants: ImagesTab,

	catalog.FieldOrigin: ShippingTab, catalog.FieldHSCode: ShippingTab, catalog.FieldVariantHSCode: ShippingTab, catalog.FieldWeight: ShippingTab,
	catalog.FieldLength: ShippingTab, catalog.FieldWidth: ShippingTab, catalog.FieldHeight: ShippingTab,
}

// TabOf is the tab that a field is edited in.
func TabOf(f catalog.Field) Tab {
	if tab, known := fieldTabs[f]; known {
		return tab
	}
	switch _, _, ofListing := f.Locale(); {
	case ofListing:
		return ChineseTab
	case strings.HasPrefix(string(f), channelPrefix):
		return ChannelsTab
	}
	return DetailsTab
}

const channelPrefix = "channel."

// cellOf is the field that a problem is mended in, of the variant that has it.
func (p *Model) cellOf(wrong catalog.Problem) Cell {
	cell := Cell{Field: p.mendedField(wrong)}
	info, _ := catalog.LookupField(cell.Field)
	switch {
	case TabOf(cell.Field) == ImagesTab:
		cell.Picture = wrong.Args["picture"]
	case info.Level != catalog.VariantLevel:
	case p.hasNoColumn(cell.Field): // there is no such option yet
	default:
		if v := p.Draft.Variant(wrong.Args["sku"]); v != nil && wrong.Args["sku"] != "" {
			cell.Variant = v.ID
		} else {
			cell.Variant = p.lacking(info)
		}
	}
	return cell
}

// mendedField is the field to change where a problem is about another one: a text
// that a channel alone wants, an option by its name, a Chinese text that has no
// English to be made of.
func (p *Model) mendedField(wrong catalog.Problem) catalog.Field {
	field := catalog.Field(wrong.Field)
	switch {
	case field == "" && wrong.Args["channel"] != "" && wrong.Args["column"] != "":
		return catalog.ChannelField(wrong.Args["channel"], wrong.Args["column"])
	case slices.Contains(optionValues, field):
		return optionValues[p.optionOf(wrong, slices.Index(optionValues, field))]
	case slices.Contains(optionNames, field):
		return optionNames[p.optionOf(wrong, slices.Index(optionNames, field))]
	}
	base, to, ofListing := field.Locale()
	if !ofListing {
		return field
	}
	l := p.Draft.Listing(to)
	switch {
	case base == catalog.ListingDescription && p.Draft.Description == "" && (l == nil || l.Description == ""):
		return catalog.FieldDescription
	case base == catalog.ListingKeywords && len(p.Draft.Tags) == 0 && (l == nil || len(l.Keywords) == 0):
		return catalog.FieldTags
	}
	return field
}

// optionOf is which option a problem is about: the one that it names, or the one that
// its column asks for; otherwise the first that the product does not have, where the
// column asks for one, or the one that the field says.
func (p *Model) optionOf(wrong catalog.Problem, said int) int {
	words := export.OptionWords(wrong.Args["column"])
	if name := wrong.Args["option"]; name != "" {
		words = []string{name}
	}
	for i, have := range p.Draft.Options {
		if slices.ContainsFunc(words, func(word string) bool { return strings.EqualFold(word, have) }) {
			return i
		}
	}
	if len(export.OptionWords(wrong.Args["column"])) > 0 {
		return min(len(p.Draft.Options), catalog.MaxOptions-1)
	}
	return said
}

// hasNoColumn reports whether a field is an option's that the product does not have.
func (p *Model) hasNoColumn(f catalog.Field) bool {
	i := slices.Index(optionValues, f)
	return i >= 0 && i >= len(p.Options())
}

// lacking is the first variant without a field's text, otherwise the first.
func (p *Model) lacking(info catalog.FieldInfo) catalog.ID {
	for i := range p.Draft.Variants {
		if v := &p.Draft.Variants[i]; info.Get(p.Draft, v) == "" {
			return v.ID
		}
	}
	if len(p.Draft.Variants) > 0 {
		return p.Draft.Variants[0].ID
	}
	return ""
}

// GoTo opens the tab of a field and has the cursor put there. A field that is only
// shown once it is begun is.
func (p *Model) GoTo(cell Cell) {
	tab := TabOf(cell.Field)
	if tab == ChineseTab {
		p.lineAim = cell.Field
	}
	if p.begin(cell) {
		p.Changed(PartWhole)
	}
	if tab != p.Tab {
		p.ShowTab(tab)
	}
	p.cursor = &cell
	p.aimAtLine()
	p.Changed(PartCursor)
}

// begin opens the field of an attribute or of a channel's own value that the product
// does not have yet, and reports whether there is one more now.
func (p *Model) begin(cell Cell) bool {
	name, key, ofChannel := strings.Cut(strings.TrimPrefix(string(cell.Field), channelPrefix), ".")
	ofChannel = ofChannel && strings.HasPrefix(string(cell.Field), channelPrefix)
	if _, typed := p.typed[cell]; typed || p.isFixed() {
		return false
	}
	switch {
	case IsAttribute(cell.Field) && !slices.Contains(p.Attributes(), cell):
	case ofChannel && !slices.ContainsFunc(p.ChannelValues(name), func(v ChannelValue) bool { return v.Key == key }):
	default:
		return false
	}
	p.typed[cell] = typedText{text: p.Text(cell)}
	return true
}

// Mend goes where a problem is mended: to the setting, or into the field.
func (p *Model) Mend(problem Problem) {
	if problem.Need != "" {
		p.session.Go(view.Target{Place: view.SettingsPlace, Setting: problem.Need})
		return
	}
	p.caret = true
	p.GoTo(problem.Cell)
}

// TakeCaret reports, once, whether the cell that the cursor is put on is to be open:
// whoever came to mend something types at once.
func (p *Model) TakeCaret() bool {
	caret := p.caret
	p.caret = false
	return caret && !p.isFixed()
}

// aimAt goes to the field that the person came for. Where it is a variant's, the
// check reports first which variant has the problem.
func (p *Model) aimAt() {
	info, _ := catalog.LookupField(p.aim.Field)
	if p.aim.Problem != "" && info.Level == catalog.VariantLevel {
		p.ShowTab(TabOf(p.aim.Field))
		return
	}
	p.aimAtProblem()
}

// aimAtProblem goes to the field of the problem that the person came for, now that
// it is known which variant has it.
func (p *Model) aimAtProblem() {
	t := p.aim
	if p.aim = (view.Target{}); t.Field == "" || t.Product != p.ID {
		return
	}
	for _, c := range p.Channels {
		for _, problem := range c.Problems {
			if problem.Code == t.Problem && problem.Field == t.Field {
				p.caret = t.Problem != ""
				p.GoTo(problem.Cell)
				return
			}
		}
	}
	p.caret = t.Problem != ""
	p.GoTo(p.cellOf(catalog.Problem{Field: string(t.Field)}))
}
