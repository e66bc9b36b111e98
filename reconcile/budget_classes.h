// The classes of the Chinese government budget: 208 is 社会保障和就业支出.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// The name of a three-digit class of expenditure by function (类 of 政府收支分类科目, Ministry of
// Finance), without the ending 支出; "" for other codes.
std::string_view budget_class_name(std::string_view code);

// The code of expenditure by economic nature that an item of expenditure by function is a part of:
// 2101101 and 2101102 together are 30110, 2210201 is 30113; "" for other codes.
std::string_view economic_counterpart(std::string_view code);

// The same for the name of a payment that lists of projects use: 公车改革补贴 is 30239 (other
// transport), insurance against injury at work 30112; "" for others.
std::string_view economic_code_of_payment(std::string_view label);

}  // namespace crossfoot
