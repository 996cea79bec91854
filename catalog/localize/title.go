package localize

import (
	"slices"
	"strings"
)

// titleParts are the places of a Chinese title, in order: 品牌 美国制造 女士
// 轻量 跑步鞋, then what else is said, then the measures.
type titleParts struct {
	brand, place, audience, lead, main []group
	rest                               [][]group // clauses that name another thing
	spec                               []group
}

// titleBlocks puts a title into Chinese order. Blocks are set apart by a space,
// the groups in one are not.
func titleBlocks(ss []stretch) [][]group {
	cs := clauses(withoutPauses(ss))
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
func withoutPauses(ss []stretch) []stretch {
	return slices.DeleteFunc(slices.Clone(ss), func(s stretch) bool { return s.role == andRole && s.Text == pause })
}

// mainClause is the clause that names the product: the first with a product noun,
// else the first with any noun, else the first with a word.
func mainClause(cs []clause) int {
	noun, first := -1, -1
	for i, c := range cs {
		for _, g := range grouped(c.head) {
			switch {
			case g.role == brandRole:
			case g.isNoun() && g.weight >= 2*maxWeight:
				return i
			case g.isNoun() && noun < 0:
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
func headNoun(gs []group) int {
	last := -1
	for i, g := range gs {
		if g.isNoun() {
			last = i
		}
	}
	if last >= 0 {
		return last
	}
	for i, g := range gs {
		if !g.isSpec() && g.role != brandRole {
			last = i
		}
	}
	return last
}

func (p *titleParts) addMain(c clause) {
	gs := grouped(c.head)
	head := headNoun(gs)
	for i, g := range gs {
		switch {
		case i == head:
			g.weight = worthHead
			p.main = append(p.main, g)
		case g.role == brandRole:
			p.brand = append(p.brand, g)
		case g.isSpec():
			p.spec = append(p.spec, g)
		case g.part == Audience:
			p.audience = append(p.audience, g)
		case i > head && g.leads():
			p.lead = append(p.lead, g)
		case i > head && g.part == Colour:
			p.spec = append(p.spec, g)
		default:
			p.main = append(p.main, g)
		}
	}
	for _, m := range c.mods {
		p.addModifier(m)
	}
}

// addModifier puts "with pockets" before the noun as 带口袋.
func (p *titleParts) addModifier(m modifier) {
	g := group{words: m.inChinese(true)}
	for _, s := range m.words {
		g.weight = max(g.weight, min(worth(s)-1, worthModifier))
	}
	switch {
	case len(g.words) == 0:
	case m.all(Audience):
		p.audience = append(p.audience, g)
	case m.all(Place):
		p.place = append(p.place, g)
	case m.all(Colour), m.all(Size):
		p.spec = append(p.spec, g)
	default:
		p.lead = append(p.lead, g)
	}
}

// addOther sorts the words of a further clause. If it names a thing of its own,
// it stays together behind the product.
func (p *titleParts) addOther(c clause) {
	gs := grouped(c.head)
	if !describesOnly(gs) {
		if words := clauseGroups(c); len(words) > 0 {
			p.rest = append(p.rest, words)
		}
		return
	}
	for _, g := range gs {
		switch {
		case g.role == brandRole:
			p.brand = append(p.brand, g)
			continue
		case g.isSpec():
			p.spec = append(p.spec, g)
			continue
		}
		g.weight = max(g.weight-1, 0) // an afterthought
		switch {
		case g.part == Colour:
			p.spec = append(p.spec, g)
		case g.part == Audience:
			p.audience = append(p.audience, g)
		case g.part == Place:
			p.place = append(p.place, g)
		default:
			p.lead = append(p.lead, g)
		}
	}
	for _, m := range c.mods {
		p.addModifier(m)
	}
}

func describesOnly(gs []group) bool {
	for _, g := range gs {
		if !g.leads() && !g.isSpec() && g.part != Colour && g.role != brandRole {
			return false
		}
	}
	return true
}

// blocks are the parts in order. What a further clause says is worth a little
// less than the same words beside the product's name.
func (p *titleParts) blocks() [][]group {
	main := withoutTail(p.main)
	first := slices.Concat(p.brand, p.place)
	for _, g := range p.audience {
		if !g.saidBy(main) {
			first = append(first, g)
		}
	}
	first = append(append(first, p.lead...), main...)
	blocks := [][]group{first}
	for _, gs := range p.rest {
		for i := range gs {
			gs[i].weight = max(min(gs[i].weight, 2*maxWeight-1)-1, 0)
		}
		blocks = append(blocks, gs)
	}
	for _, g := range p.spec {
		blocks = append(blocks, []group{g})
	}
	return withoutRepeats(blocks)
}

// withoutTail leaves out a head noun that the word before it says already: 乳清
// 蛋白粉 needs no 粉 behind it.
func withoutTail(gs []group) []group {
	for i := 1; i < len(gs); i++ {
		if gs[i].weight == worthHead && gs[i-1].isNoun() && strings.HasSuffix(gs[i-1].text(), gs[i].text()) {
			gs[i-1].weight = worthHead
			return slices.Delete(gs, i, i+1)
		}
	}
	return gs
}

// saidBy reports whether the head noun says what the group says: 婴儿睡袋 is for
// a 婴儿 already.
func (g group) saidBy(gs []group) bool {
	for _, head := range gs {
		if head.weight == worthHead && strings.Contains(head.text(), g.text()) {
			return true
		}
	}
	return false
}

// withoutRepeats says each word once: marketplaces take a repeated word for
// stuffing, and two English words often have one Chinese.
func withoutRepeats(blocks [][]group) [][]group {
	seen := map[string]bool{}
	for i, block := range blocks {
		var once []group
		for _, g := range block {
			text := g.text()
			if g.role == contentRole && g.weight < worthHead && seen[text] {
				continue
			}
			seen[text] = true
			once = append(once, g)
		}
		blocks[i] = once
	}
	return blocks
}
