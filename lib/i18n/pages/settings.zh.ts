import type { settingsPage as en } from "./settings.en.ts";

export const settingsPage: typeof en = {
  settings: {
    heading: "设置",
    note: "改动从下一次作答起生效。已有的安排不变：每张卡片在你再次作答之前，日期照旧。",
    groups: { schedule: "安排", reviewing: "复习", days: "时间", interview: "面试" },
    fields: {
      desiredRetention: "目标记忆保持率（%）",
      maximumInterval: "最长间隔（天）",
      fuzz: "错开到期日",
      newPerDay: "每天新卡数",
      grades: "评分",
      showIntervals: "显示每种评分对应的间隔",
      leechLapses: "同一张卡片忘记几次后提醒我",
      zone: "时区",
      rolloverHour: "新的一天从几点开始",
      "interview.day": "面试日期",
      "interview.retention": "当天的目标回忆概率（%）",
    },
    hints: {
      desiredRetention:
        "卡片再次出现时，你希望还记得它的概率。定得越高，复习越多：与 90% 相比，95% 的间隔不到一半，80% 的间隔约为三倍。",
      fuzz: "一起学的卡片不会都挤在同一天到期。",
      grades: "只留两种，就不必斟酌：要么记得，要么忘了；安排的准确度几乎不受影响。",
      showIntervals: "不显示间隔，评分时想的就是记得怎么样，而不是希望它什么时候再出现。",
      leechLapses: "这样的卡片，照旧重复多半没有用。系统不会擅自暂停它。填 0 表示不提醒。",
      rolloverHour: "0 到 23。在这个钟点之前，仍算前一天。",
      interview: "到那天回忆概率会低于目标的卡片，会在面试前不久再次出现。没有面试就把日期留空。",
    },
    gradeChoices: { 2: "两种：重来、良好", 4: "四种：重来、困难、良好、轻松" },
    machineZone: (zone) => `与本机一致（${zone}）`,
    errors: {
      desiredRetention: "请填 70 到 97 之间的数。",
      maximumInterval: "请填 1 到 36500 之间的整数。",
      newPerDay: "请填 0 到 100 之间的整数。",
      leechLapses: "请填 0 到 50 之间的整数。",
      zone: "没有这个时区。",
      rolloverHour: "请填 0 到 23 之间的整数。",
      "interview.day": "请填今天或以后的日期；没有面试就留空。",
      "interview.retention": "请填 70 到 97 之间的数。",
    },
    save: "保存",
    saving: "保存中……",
    saved: "已保存。",
    notSaved: "没有保存，请检查标出的地方。",
    unreachable: "连不上服务器，什么都没有改动，请再试一次。",
    optimiser: {
      heading: "你自己的权重",
      intro:
        "复习安排依据一组权重，它们来自成千上万人的作答记录。从你自己的记录里，或许能找出预测得更准的权重：用较早的部分训练，用较晚的部分检验，确有改进才采用。",
      reviews: (n) => `你的作答中有 ${n} 次可以用上。`,
      missing: (n) => `还差 ${n} 次：与同一张卡片的上一次作答相隔一天以上的才算。`,
      start: "寻找我的权重",
      running: "正在寻找。",
      progress: "寻找的进度",
      cancel: "取消",
      cancelled: "已取消，权重没有变。",
      before: "原有权重的对数损失",
      after: "新权重的对数损失",
      kept: "新权重对你的预测更准，从现在起生效。",
      notKept: "新权重并不更准，继续使用原有权重。",
      lossNote: "在没有参与训练的作答上计算；越低越好，0.69 等于抛硬币。",
      own: "正在使用你自己的权重。",
      published: "改回公布的权重",
      dropped: "正在使用公布的权重。",
      failed: {
        unavailable: "优化器没有适合本机的版本。其他功能不受影响。",
        unexpected: "出了意外，权重没有变。",
      },
    },
    backup: {
      heading: "备份",
      intro: "一个文件，什么都在里面：作答和笔记、模拟面试、设置、暂停和推迟的卡片。制作时不影响学习，做完会检查。",
      download: "下载备份",
      noneYet: "还没有自动备份。服务器启动一分钟后做第一份，以后每天一份。",
      last: (day: string) => `最近一次自动备份：${day}。`,
      folder: "每天的留一周，每周的留一个月，每月的留一年，放在",
      restore: "要回到某个备份（在这台或另一台电脑上），先停下服务器，再输入：",
      file: "文件",
    },
    log: {
      heading: "你的记录",
      intro:
        "全部作答（已撤销的和额外练习除外），导出为 FSRS 优化器通用的 CSV 表格：每行一次作答，时间与用时以毫秒计，状态为作答之前的状态。重置后尚未再作答的卡片另有一行，评分为 0。",
      notInIt:
        "表格里只有作答。哪些卡片已暂停、推迟或叫进了队列，以及笔记、勾选的要点、练习、面试和设置，都只在备份里。",
      export: "导出记录",
      file: "要导入的记录（.csv）",
      importNote: "只导入在这里还没有任何记录的卡片。同一个文件导入两次，不会重复。只要有一行不对，就什么都不导入。",
      import: "导入",
      reading: "正在读取文件……",
      progress: "导入进度",
      cancel: "取消",
      noFile: "请先选择文件。",
      running: (share, { reviews, cards }) =>
        `正在导入，已完成 ${Math.floor(share * 100)}%：目前 ${cards} 张卡片的 ${reviews} 次作答。可以先离开本页。`,
      cancelled: ({ reviews, cards }) =>
        `已取消。已经导入的 ${cards} 张卡片的 ${reviews} 次作答会保留；再次导入同一个文件，就会从这里继续。`,
      failed: (why, { reviews, cards }) =>
        `导入中断。${why}已经导入的 ${cards} 张卡片的 ${reviews} 次作答会保留；再次导入同一个文件，就会从这里继续。`,
      unexpected: "出了意外。",
      imported: ({ reviews, cards, begun, unknown, ignored, ignoredMore, ahead }) =>
        [
          `已导入 ${cards} 张卡片的 ${reviews} 次作答。`,
          begun > 0 && `${begun} 张卡片在这里已有记录，未导入。`,
          unknown > 0 && `${unknown} 张卡片这里没有，未导入。`,
          ahead > 0 && `有 ${ahead} 行的日期在未来；先后次序照旧，不会因此推迟任何卡片。`,
          ignored.length > 0 &&
            `没有用到的列：${ignored.map((name) => name || "（无名）").join("、")}${ignoredMore > 0 ? `等，另有 ${ignoredMore} 列` : ""}。`,
          "暂停、推迟、叫进队列的状态没有随表格带来，笔记、勾选、练习、面试和设置也没有：这些只在备份里。",
        ]
          .filter(Boolean)
          .join(""),
      refused: {
        "not-csv": "记录必须以 text/csv 发送，什么都没有导入。",
        "not-text":
          "这个文件不是 UTF-8 或 UTF-16 编码的文本。请先另存为 CSV（UTF-8）；电子表格和压缩文件无法读取。什么都没有导入。",
        "too-large": "文件超过 64 MB，什么都没有导入。备份没有这个限制。",
        "bad-lines": "有些行不符合要求，什么都没有导入：",
        running: "另一次导入正在进行。请等它完成，或先取消它。",
      },
      line: (line, trouble) => `第 ${line} 行：${trouble}`,
      more: (n) => `另有 ${n} 行`,
      troubles: {
        empty: () => "没有表头；表头应包含 card_id、review_time 和 review_rating",
        missing: (column, found) => `缺少 ${column} 列；表头是：${found}`,
        repeated: (column) => `${column} 列出现了两次`,
        fields: (_, found) => `有 ${found} 个值，与表头的列数不符`,
        quote: () => "有一个引号没有闭合",
        long: () => "太长，不可能是一行记录",
        card: (column, found) => `${column} 的形式应为 topic/card，这里是${quoted(found)}`,
        time: (column, found) => `${column} 应为自 1970 年起的整毫秒数，如 1767268800000，这里是${quoted(found)}`,
        seconds: (column, found) => `${column} 用的是秒（${found}）；应以毫秒计，即乘以一千`,
        rating: (column, found) => `${column} 应为 1、2、3 或 4，重置为 0，这里是${quoted(found)}`,
        state: (column, found) => `${column} 应为 0、1、2 或 3，这里是${quoted(found)}`,
        duration: (column, found) => `${column} 应以毫秒计，从 0 到一天，这里是${quoted(found)}`,
        twice: (column, found) => `${column}：这张卡片在 ${found} 这一时刻另有一次作答`,
        "too-many": () => "一个文件里的作答不能超过 1,000,000 次",
      },
    },
  },
};

function quoted(found: string): string {
  return found === "" ? "空的" : `“${found}”`;
}
