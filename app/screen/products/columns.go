package products

import (
	"encoding/json"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tradewind.app/app/screen"
	"tradewind.app/app/text"
	"tradewind.app/app/view"
	"tradewind.app/app/view/products"
	"tradewind.app/app/widget"
	"tradewind.app/app/widget/grid"
	"tradewind.app/catalog"
)

// gridColumn is a column of the list, and what it shows of a product.
type gridColumn struct {
	grid.Column

	field catalog.Field // that it edits; "" where it cannot be edited
	cell  func(p *Screen, r *products.Row) grid.Cell
}

const (
	pictureColumn  = "picture"
	channelsColumn = "channels"
)

// listColumns are the columns in the order they first are in. The key of a
// column that sorts is the field it sorts by.
func listColumns(s *view.Session) []gridColumn {
	say := s.Text
	column := func(field catalog.Field, width float32, value func(r *products.Row) string) gridColumn {
		return gridColumn{
			Column: grid.Column{Key: string(field), Title: screen.Capital(say.Field(field)), Width: width, Sorts: true},
			field:  field, cell: textCell(field, value),
		}
	}
	title := column(catalog.FieldTitle, 122, func(r *products.Row) string { return r.Title })
	title.Grow, title.Strong = true, true
	chinese := column(s.ChineseTitle(), 114, func(r *products.Row) string { return r.TitleZH })
	chinese.Title, chinese.Grow, chinese.Strong = say.Say("column-chinese-title"), true, true
	sku := column(catalog.FieldSKU, 136, nil)
	sku.Strong, sku.cell = true, skuCell
	price := column(catalog.FieldPrice, 132, nil)
	price.Kind, price.Strong, price.cell = grid.FigureColumn, true, priceCell
	stock := column(catalog.FieldQuantity, 60, nil)
	stock.Title, stock.Kind, stock.Strong, stock.cell = say.Say("column-stock"), grid.FigureColumn, true, stockCell
	status := column(catalog.FieldStatus, 68, nil)
	status.cell = statusCell
	brand := column(catalog.FieldBrand, 112, func(r *products.Row) string { return r.Brand })
	category := column(catalog.FieldCategory, 180, func(r *products.Row) string { return r.Category })
	handle := column(catalog.FieldHandle, 140, func(r *products.Row) string { return r.Handle })
	brand.Hidden, category.Hidden, handle.Hidden = true, true, true
	return []gridColumn{
		{Column: grid.Column{Key: pictureColumn, Title: say.Say("column-picture"), Kind: grid.PictureColumn, Width: 40}, cell: pictureCell},
		sku, title, chinese, price, stock, status, brand, category, handle,
		{Column: grid.Column{Key: channelsColumn, Title: say.Say("column-channels"), Kind: grid.DotsColumn, Width: 76}, cell: channelsCell},
	}
}

func textCell(field catalog.Field, value func(r *products.Row) string) func(*Screen, *products.Row) grid.Cell {
	return func(_ *Screen, r *products.Row) grid.Cell {
		return screen.Blankable(grid.Cell{Text: value(r), Value: value(r), Edit: products.CanEdit(r, field)})
	}
}

// skuCell says how many more variants there are.
func skuCell(_ *Screen, r *products.Row) grid.Cell {
	c := screen.Blankable(grid.Cell{Text: r.SKU, Value: r.SKU, Edit: products.CanEdit(r, catalog.FieldSKU)})
	if r.Variants > 1 {
		c.Tail = " +" + strconv.Itoa(r.Variants-1)
	}
	return c
}

func priceCell(_ *Screen, r *products.Row) grid.Cell {
	c := screen.Blankable(grid.Cell{Text: r.Price, Value: r.Row.Price.String(), Edit: products.CanEdit(r, catalog.FieldPrice)})
	if r.Unpriced > 0 && !c.Blank {
		c.Tone = widget.Caution // some of its variants have none
	}
	return c
}

func stockCell(_ *Screen, r *products.Row) grid.Cell {
	c := grid.Cell{Edit: products.CanEdit(r, catalog.FieldQuantity)}
	if r.Quantity != nil {
		c.Text, c.Value = text.Count(*r.Quantity), strconv.FormatInt(*r.Quantity, 10)
	}
	return screen.Blankable(c)
}

func statusCell(p *Screen, r *products.Row) grid.Cell {
	status := r.Status
	if status == "" {
		status = catalog.StatusActive
	}
	return grid.Cell{Text: p.say("status-" + string(status)), Value: string(status), Edit: true}
}

func pictureCell(p *Screen, r *products.Row) grid.Cell {
	thumb, none := p.list.Picture(r)
	return grid.Cell{Image: thumb, Lacks: none}
}

// channelsCell shows a light per channel; the hint and the detail say them in words.
func channelsCell(p *Screen, r *products.Row) grid.Cell {
	if r.Lights == nil {
		return grid.Cell{Dots: make([]widget.Tone, len(p.channels()))}
	}
	c := grid.Cell{Dots: make([]widget.Tone, len(r.Lights))}
	names, said := p.list.ChannelNames(), make([]string, 0, len(r.Lights))
	for i, state := range r.Lights {
		c.Dots[i] = screen.ToneOf(string(state))
		if len(names) == len(r.Lights) {
			said = append(said, p.say("products-channel", "channel", names[i], "state", p.say("readiness-"+string(state))))
		}
	}
	c.Hint = strings.Join(said, "\n")
	return c
}

// channels are the names of the channels that have lights.
func (p *Screen) channels() []string {
	if p.list.Detail == nil {
		return nil
	}
	names := make([]string, len(p.list.Detail.Channels))
	for i, c := range p.list.Detail.Channels {
		names[i] = c.Name
	}
	return names
}

// listSource is the list as the grid asks for it.
type listSource struct{ p *Screen }

func (s listSource) Len() int { return s.p.list.Len() }

func (s listSource) Key(row int) (string, bool) {
	id, ok := s.p.list.ID(row)
	return string(id), ok
}

func (s listSource) Row(row int) ([]grid.Cell, bool) {
	r := s.p.list.Row(row)
	if r == nil {
		return nil, false
	}
	return s.p.cells(r), true
}

// cells are what the columns show of a product.
func (p *Screen) cells(r *products.Row) []grid.Cell {
	cells := make([]grid.Cell, len(p.columns))
	for i, c := range p.columns {
		cells[i] = c.cell(p, r)
	}
	return cells
}

// columnField is the field that a column edits.
func (p *Screen) columnField(key string) catalog.Field {
	for _, c := range p.columns {
		if c.Key == key {
			return c.field
		}
	}
	return ""
}

// arrangementKey is the preference that the columns are kept in: they are this
// person's, not the catalogue's.
const arrangementKey = "products.columns"

func keepArrangement(a grid.Arrangement) {
	kept, err := json.Marshal(a)
	if err != nil {
		panic(err) // texts and numbers only
	}
	fyne.CurrentApp().Preferences().SetString(arrangementKey, string(kept))
}

// keptArrangement is what was kept; what cannot be read is as it first was.
func keptArrangement() grid.Arrangement {
	var a grid.Arrangement
	kept := fyne.CurrentApp().Preferences().String(arrangementKey)
	if json.Unmarshal([]byte(kept), &a) != nil {
		return grid.Arrangement{}
	}
	return a
}
