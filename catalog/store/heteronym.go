package store

import "strings"

// The collation reads every character one way, while some have two readings and
// the word decides: it would put 长沙 (Chángsha) under Zh. Before a key is made,
// such a character in a word of towns or goods is written as one that is read
// like it. Only the order sees that.
//
// Readings: Xiandai Hanyu Cidian, 7th edition.
var readings = strings.NewReplacer(
	// 长 is cháng in the words of shops, zhǎng where something grows.
	"成长", "成长", "生长", "生长", "增长", "增长", "家长", "家长", "长大", "长大", "长辈", "长辈", "长", "常",
	// 重 chóng
	"重庆", "虫庆", "双重", "双虫", "三重", "三虫", "多重", "多虫", "重复", "虫复", "重阳", "虫阳",
	// 乐 yuè
	"音乐", "音月", "乐器", "月器", "乐谱", "月谱", "乐队", "月队",
	// 参 shēn
	"人参", "人身", "洋参", "洋身", "海参", "海身", "党参", "党身", "红参", "红身", "旗参", "旗身", "参茶", "身茶", "参片", "身片", "参汤", "身汤",
	// 调 tiáo
	"空调", "空条", "调味", "条味", "调料", "条料", "调节", "条节", "调色", "条色", "调光", "条光", "可调", "可条",
	// 藏 zàng, 薄 bò, 弹 tán, 茄 qié, 仔 zǎi
	"西藏", "西脏", "藏红花", "脏红花", "藏药", "脏药", "藏香", "脏香", "藏式", "脏式", "薄荷", "博荷",
	"弹力", "谈力", "弹性", "谈性", "弹簧", "谈簧", "番茄", "番切", "茄子", "切子", "茄汁", "切汁", "牛仔", "牛宰",
	// and single words
	"厦门", "夏门", "成都", "成督", "首都", "首督", "银行", "银航", "行业", "航业", "便宜", "骈宜", "缝纫", "逢纫", "削皮", "消皮", "校准", "叫准",
)
