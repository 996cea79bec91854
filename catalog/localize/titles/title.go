package titles

import (
	"slices"
	"strings"

	"tradewind.app/catalog/localize/compose"
	"tradewind.app/catalog/localize/terms"
)

// titleParts are the places of a Chinese title, in order: 品牌 美国制造 女士
// 轻量 跑步鞋, then what is said besides, then the measures.
type titleParts struct {
	brand, place, audience, lead, main []compose.Group
	rest                               [][]compose.Group // clauses that name another thing
	spec                               []compose.Group
}

// Blocks puts a title into Chinese order. Blocks are set apart by a space,
// the groups in one are not.
func Blocks(ss []compose.Stretch) [][]compose.Group {
	cs := compose.Clauses(withoutPauses(ss))
	main := mainClause(cs)
	var p titleParts
	for i, c := range cs {
		if i == main {
			p.addMain(c)
		} else {
			p.addOther(c)
		}
	}
	return p.blocks()
}

// withoutPauses drops the "and" between adjectives: a title sets them solid.
func withoutPauses(ss []compose.Stretch) []compose.Stretch {
	return slices.DeleteFunc(slices.Clone(ss), func(s compose.Stretch) bool { return s.Role == compose.AndRole && s.Text == compose.Pause })
}

// mainClause is the clause that names the product: the first with a product noun,
// otherwise the first with any noun, otherwise the first with a word.
func mainClause(cs []compose.Clause) int {
	noun, first := -1, -1
	for i, c := range cs {
		for _, g := range compose.Grouped(c.Head) {
			switch {
			case g.Role == compose.BrandRole:
			case g.IsNoun() && g.Weight >= 2*terms.MaxWeight:
				return i
			case g.IsNoun() && noun < 0:
				noun = i
			case first < 0:
				first = i
			}
		}
	}
	if noun >= 0 {
		return noun
	}
	return max(first, 0)
}

// headNoun is the last noun of a clause, which is the thing itself in English,
// or the last word when none is known.
func headNoun(gs []compose.Group) int {
	last := -1
	for i, g := range gs {
		if g.IsNoun() {
			last = i
		}
	}
	if last >= 0 {
		return last
	}
	for i, g := range gs {
		if !g.IsSpec() && g.Role != compose.BrandRole {
			last = i
		}
	}
	return last
}

func (p *titleParts) addMain(c compose.Clause) {
	gs := compose.Grouped(c.Head)
	head := headNoun(gs)
	for i, g := range gs {
		switch {
		case i == head:
			g.Weight = compose.WorthHead
			p.main = append(p.main, g)
		case g.Role == compose.BrandRole:
			p.brand = append(p.brand, g)
		case g.IsSpec():
			p.spec = append(p.spec, g)
		case g.Part == terms.Audience:
			p.audience = append(p.audience, g)
		case i > head && g.Leads():
			p.lead = append(p.lead, g)
		case i > head && g.Part == terms.Colour:
			p.spec = append(p.spec, g)
		default:
			p.main = append(p.main, g)
		}
	}
	for _, m := range c.Mods {
		p.addModifier(m)
	}
}

// addModifier puts "with pockets" before the noun as 带口袋.
func (p *titleParts) addModifier(m compose.Modifier) {
	m = m.ForNames()
	g := compose.Group{Words: m.InChinese(true)}
	for _, s := range m.Words {
		g.Weight = max(g.Weight, min(compose.Worth(s)-1, compose.WorthModifier))
	}
	switch {
	case len(g.Words) == 0:
	case m.All(terms.Audience):
		p.audience = append(p.audience, g)
	case m.All(terms.Place):
		p.place = append(p.place, g)
	case m.All(terms.Colour), m.All(terms.Size):
		p.spec = append(p.spec, g)
	case m.Brings() || m.Tells():
		p.rest = append(p.rest, []compose.Group{g}) // what comes with it is said behind it
	default:
		p.lead = append(p.lead, g)
	}
}

// addOther sorts the words of a further clause. If it names a thing of its own,
// it stays together behind the product.
func (p *titleParts) addOther(c compose.Clause) {
	gs := compose.Grouped(c.Head)
	if !describesOnly(gs) {
		if words := compose.ClauseGroups(c); len(words) > 0 {
			p.rest = append(p.rest, words)
		}
		return
	}
	for _, g := range gs {
		switch {
		case g.Role == compose.BrandRole:
			p.brand = append(p.brand, g)
			continue
		case g.IsSpec():
			p.spec = append(p.spec, g)
			continue
		}
		g.Weight = max(g.Weight-1, 0) // an afterthought
		switch {
		case g.Part == terms.Colour:
			p.spec = append(p.spec, g)
		case g.Part == terms.Audience:
			p.audience = append(p.audience, g)
		case g.Part == terms.Place:
			p.place = append(p.place, g)
		default:
			p.lead = append(p.lead, g)
		}
	}
	for _, m := range c.Mods {
		p.addModifier(m)
	}
}

func describesOnly(gs []compose.Group) bool {
	for _, g := range gs {
		if !g.Leads() && !g.IsSpec() && g.Part != terms.Colour && g.Role != compose.BrandRole {
			return false
		}
	}
	return true
}

// blocks are the parts in order. What a further clause says is worth a little
// less than the same words beside the product's name.
func (p *titleParts) blocks() [][]compose.Group {
	main := withoutTail(p.main)
	first := slices.Concat(p.brand, p.place)
	for _, g := range p.audience {
		if !isSaid(g, main) {
			first = append(first, g)
		}
	}
	first = withoutEcho(append(append(first, p.lead...), main...))
	blocks := [][]compose.Group{first}
	for _, gs := range p.rest {
		for i := range gs {
			gs[i].Weight = max(min(gs[i].Weight, 2*terms.MaxWeight-1)-1, 0)
		}
		blocks = append(blocks, gs)
	}
	for _, g := range p.spec {
		blocks = append(blocks, []compose.Group{g})
	}
	return withoutRepeats(blocks)
}

// withoutEcho leaves out a word that the next one begins with: 无线 before 无线耳机, and
// 牛仔布 before 牛仔裤, which says what it is made of.
func withoutEcho(gs []compose.Group) []compose.Group {
	var list []compose.Group
	for i, g := range gs {
		if i+1 < len(gs) && g.Weight < compose.WorthHead && echoes(g, gs[i+1]) {
			continue
		}
		list = append(list, g)
	}
	return list
}

func echoes(g, next compose.Group) bool {
	text, other := g.Text(), next.Text()
	if g.Role != compose.ContentRole || text == "" {
		return false
	}
	return strings.HasPrefix(other, text) || g.Part == terms.Material && len(text) >= len("牛仔") && strings.HasPrefix(other, text[:len("牛仔")])
}

// withoutTail leaves out a head noun that the word before it says already: 乳清
// 蛋白粉 needs no 粉 behind it.
func withoutTail(gs []compose.Group) []compose.Group {
	for i := 1; i < len(gs); i++ {
		if gs[i].Weight == compose.WorthHead && gs[i-1].IsNoun() && strings.HasSuffix(gs[i-1].Text(), gs[i].Text()) {
			gs[i-1].Weight = compose.WorthHead
			return slices.Delete(gs, i, i+1)
		}
	}
	return gs
}

// isSaid reports whether the head noun says what the group says: 婴儿睡袋 is for
// a 婴儿 already.
func isSaid(g compose.Group, gs []compose.Group) bool {
	for _, head := range gs {
		if head.Weight == compose.WorthHead && strings.Contains(head.Text(), g.Text()) {
			return true
		}
	}
	return false
}

// withoutRepeats says each word once: marketplaces take a repeated word for
// stuffing, and two English words often have one Chinese.
func withoutRepeats(blocks [][]compose.Group) [][]compose.Group {
	seen := map[string]bool{}
	for i, block := range blocks {
		var once []compose.Group
		for _, g := range block {
			text := g.Text()
			if g.Role == compose.ContentRole && g.Weight < compose.WorthHead && seen[text] {
				continue
			}
			seen[text] = true
			once = append(once, g)
		}
		blocks[i] = once
	}
	return blocks
}
