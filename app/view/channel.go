package view

import "strings"

// ChannelName is a channel's title without what stands in brackets behind it:
// "Taobao (Taobao Assistant data package)" is Taobao.
func ChannelName(title string) string {
	if i := strings.IndexAny(title, "(（"); i > 0 {
		return strings.TrimSpace(title[:i])
	}
	return title
}
