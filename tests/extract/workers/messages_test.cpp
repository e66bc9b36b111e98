#include "extract/workers/messages.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace crossfoot {
namespace {

using State = MessageAssembly::State;

struct SocketPair {
  SocketPair() { EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0); }
  ~SocketPair() {
    for (const int end : ends) ::close(end);
  }
  std::array<int, 2> ends{};
};

TEST(Messages, ComeAsTheyWereSent) {
  const SocketPair pair;
  ASSERT_TRUE(send_message(pair.ends[0], MessageKind::data, std::string("a\0b", 3)));
  ASSERT_TRUE(send_message(pair.ends[0], MessageKind::request, ""));
  const auto first = receive_message(pair.ends[1]), second = receive_message(pair.ends[1]);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->kind, MessageKind::data);
  EXPECT_EQ(first->bytes, std::string("a\0b", 3));
  EXPECT_EQ(second->kind, MessageKind::request);
  EXPECT_EQ(second->bytes, "");
}

TEST(Messages, AreAssembledFromAnyPieces) {
  const SocketPair whole, pieces;
  ASSERT_TRUE(send_message(whole.ends[0], MessageKind::answer, "twelve bytes"));
  std::array<char, 64> bytes{};
  const ssize_t size = ::read(whole.ends[1], bytes.data(), bytes.size());
  MessageAssembly assembly;
  for (ssize_t i = 0; i < size; ++i) {
    EXPECT_EQ(assembly.take_from(pieces.ends[1]), State::incomplete);
    ASSERT_EQ(::write(pieces.ends[0], &bytes[static_cast<std::size_t>(i)], 1), 1);
  }
  ASSERT_EQ(assembly.take_from(pieces.ends[1]), State::complete);
  EXPECT_EQ(assembly.take().bytes, "twelve bytes");
  EXPECT_EQ(assembly.take_from(pieces.ends[1]), State::incomplete);
}

TEST(Messages, MoreThanWasAskedForIsBroken) {
  const SocketPair pair;
  ASSERT_TRUE(send_message(pair.ends[0], MessageKind::answer, "1"));
  ASSERT_TRUE(send_message(pair.ends[0], MessageKind::answer, "2"));
  MessageAssembly assembly;
  EXPECT_EQ(assembly.take_from(pair.ends[1]), State::broken);
}

TEST(Messages, ALengthThatNoAnswerHasIsBroken) {
  const SocketPair pair;
  const std::string header = "\3" + std::string(8, '\x7F');
  ASSERT_EQ(::write(pair.ends[0], header.data(), header.size()), 9);
  MessageAssembly assembly;
  EXPECT_EQ(assembly.take_from(pair.ends[1]), State::broken);
}

TEST(Messages, OfASideThatIsGoneAreNone) {
  SocketPair pair;
  ::close(pair.ends[0]);
  EXPECT_FALSE(send_message(pair.ends[1], MessageKind::request, "1"));
  EXPECT_FALSE(receive_message(pair.ends[1]));
  MessageAssembly assembly;
  EXPECT_EQ(assembly.take_from(pair.ends[1]), State::broken);
  pair.ends[0] = -1;
}

}  // namespace
}  // namespace crossfoot
