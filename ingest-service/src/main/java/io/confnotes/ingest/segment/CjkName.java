package io.confnotes.ingest.segment;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** Judges names written in Chinese, Japanese or Korean. */
final class CjkName {

  private static final List<String> HONORIFICS =
      List.of("先生", "老师", "老師", "教授", "博士", "女士", "さん", "さま", "様", "氏", "씨", "님");

  private static final String CHINESE_SURNAMES =
      "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁"
          + "邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金"
          + "陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文施洪季";

  private static final Set<String> JAPANESE_SURNAMES =
      Set.copyOf(
          List.of(
              ("佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 "
                      + "清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 "
                      + "坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 原田 松田 竹内 小野 田村 中川 和田 石田 森田 上田 "
                      + "内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 谷口 工藤 今井 高田 増田 丸山 杉山 村田 大塚 新井 "
                      + "小山 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 木下 久保 佐野 野村 松尾 市川 菊地 杉本 古川 "
                      + "大西 島田 水野 桜井 高野 吉川 山内 西田 飯田 菊池 西川 小松 北村 安田 川口 平田 中田 服部 岩田 土屋 "
                      + "川崎 福島 本田 樋口 永井 秋山 田口 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 星野 矢野 浅野")
                  .split(" ")));

  private static final Set<String> NO_NAMES =
      Set.copyOf(
          List.of(
              ("总结 概要 背景 简介 介绍 问题 目录 讨论 提问 感想 架构 未来 参考 链接 内容 结论 引言 前言 演示 测试 性能 问答 "
                      + "议程 嘉宾 附录 資料 質疑 質問 質疑応答 結論 目次 自己紹介 課題 所感 発表 参考 休憩 昼食 懇親会 方法 "
                      + "方案 实践 应用 安全 数据 高性能 文档 白皮书 金融 康复 常见问题 任务 方向 方式 石油 田野 江湖 万象 易用性")
                  .split(" ")));

  private CjkName() {}

  static boolean hasCjk(String text) {
    return text.codePoints().anyMatch(CjkName::isCjk);
  }

  static boolean isCjk(int codePoint) {
    if (codePoint < 0x2E80) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }

  static String withoutHonorific(String name) {
    for (String honorific : HONORIFICS) {
      if (name.endsWith(honorific) && name.length() > honorific.length() + 1) {
        return name.substring(0, name.length() - honorific.length()).strip();
      }
    }
    return name;
  }

  static double score(String name) {
    String letters = name.replace(" ", "").replace("\u3000", "").replace("・", "").replace("·", "");
    boolean spaced = letters.length() < name.length();
    int count = letters.codePointCount(0, letters.length());
    if (NO_NAMES.contains(letters) || count < 2) {
      return 0;
    }
    if (only(letters, UnicodeScript.HAN)) {
      return han(letters, count, spaced);
    }
    if (only(letters, UnicodeScript.HANGUL)) {
      return count >= 2 && count <= 4 ? 0.6 : 0;
    }
    boolean dotted = name.contains("・") || name.contains("·");
    if (only(letters, UnicodeScript.KATAKANA) || dotted) {
      return dotted && count <= 16 ? 0.85 : 0;
    }
    boolean surname = startsWithJapaneseSurname(letters);
    return surname && count <= 6 ? 0.85 : spaced && count <= 6 ? 0.5 : 0;
  }

  private static double han(String letters, int count, boolean spaced) {
    if (count > 5) {
      return 0;
    }
    if (startsWithJapaneseSurname(letters) && count >= 3) {
      return 0.9;
    }
    boolean surname = CHINESE_SURNAMES.indexOf(letters.charAt(0)) >= 0;
    if (count <= 3 && surname) {
      return 0.8;
    }
    return spaced ? 0.7 : count <= 4 ? 0.3 : 0;
  }

  private static boolean startsWithJapaneseSurname(String letters) {
    return (letters.length() >= 2 && JAPANESE_SURNAMES.contains(letters.substring(0, 2)))
        || (letters.length() >= 3 && JAPANESE_SURNAMES.contains(letters.substring(0, 3)));
  }

  private static boolean only(String letters, UnicodeScript script) {
    return letters
        .codePoints()
        .allMatch(c -> UnicodeScript.of(c) == script || c == 'ー' || c == '々');
  }
}
