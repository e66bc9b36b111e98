// Names that the Ministry of Finance prescribes for three-digit classes (政府收支分类科目,
// expenditure by function, 2020 to 2024). A table that lists only 2080505 and 2080506 has no row
// 208 to compare with 社会保障和就业支出 elsewhere; the code says that they are its parts.
#include "reconcile/budget_classes.h"

#include <array>
#include <utility>

namespace crossfoot {

std::string_view budget_class_name(std::string_view code) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 29> kClasses{{
      {"201", "一般公共服务"},
      {"202", "外交"},
      {"203", "国防"},
      {"204", "公共安全"},
      {"205", "教育"},
      {"206", "科学技术"},
      {"207", "文化旅游体育与传媒"},
      {"208", "社会保障和就业"},
      {"209", "社会保险基金"},
      {"210", "卫生健康"},
      {"211", "节能环保"},
      {"212", "城乡社区"},
      {"213", "农林水"},
      {"214", "交通运输"},
      {"215", "资源勘探工业信息等"},
      {"216", "商业服务业等"},
      {"217", "金融"},
      {"219", "援助其他地区"},
      {"220", "自然资源海洋气象等"},
      {"221", "住房保障"},
      {"222", "粮油物资储备"},
      {"223", "国有资本经营预算"},
      {"224", "灾害防治及应急管理"},
      {"229", "其他"},
      {"230", "转移性"},
      {"231", "债务还本"},
      {"232", "债务付息"},
      {"233", "债务发行费用"},
      {"234", "抗疫特别国债安排的"},
  }};
  for (const auto& [known, name] : kClasses) {
    if (known == code) return name;
  }
  return "";
}

std::string_view economic_counterpart(std::string_view code) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kCounterparts{{
      {"2080505", "30108"},  // 基本养老保险缴费
      {"2080506", "30109"},  // 职业年金缴费
      {"2101101", "30110"},  // 行政单位医疗, 职工基本医疗保险缴费
      {"2101102", "30110"},  // 事业单位医疗
      {"2101103", "30111"},  // 公务员医疗补助
      {"2210201", "30113"},  // 住房公积金
  }};
  for (const auto& [function, economic] : kCounterparts) {
    if (function == code) return economic;
  }
  return "";
}

std::string_view economic_code_of_payment(std::string_view label) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPayments{
      {{"公车改革补贴", "30239"},
       {"公务交通补贴", "30239"},
       {"工伤保险", "30112"},
       {"失业保险", "30112"}}};
  for (const auto& [payment, economic] : kPayments) {
    if (label.find(payment) != std::string_view::npos) return economic;
  }
  return "";
}

}  // namespace crossfoot
