package view

import (
	"strings"

	"tradewind.app/app/text"
	"tradewind.app/catalog"
	"tradewind.app/export"
)

// ChannelName is a channel's title without what stands in brackets behind it:
// "Taobao (Taobao Assistant data package)" is Taobao.
func ChannelName(title string) string {
	if i := strings.IndexAny(title, "(（"); i > 0 {
		return strings.TrimSpace(title[:i])
	}
	return title
}

// ChannelTitle is what a channel is called in the language of a printer.
func ChannelTitle(c *export.Channel, say *text.Printer) string {
	return ChannelName(c.Title(LocaleOf(say)))
}

// LocaleOf is the locale that a printer's language is read in.
func LocaleOf(say *text.Printer) catalog.Locale {
	if say.Language() == text.Chinese {
		return catalog.SimplifiedChinese
	}
	return catalog.Source
}
