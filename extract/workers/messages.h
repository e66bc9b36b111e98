// Messages over a stream socket between the program and a worker: kind, length, bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

enum class MessageKind : std::uint8_t {
  options,  // a task begins: what is to be done, …
  data,     // … and to what
  request,  // a part of the task
  answer,   // to the request
};

struct Message {
  MessageKind kind = MessageKind::request;
  std::string bytes;
};

// Waits until all is written; false when the other side is gone or does not take it in the time that
// the socket allows.
bool send_message(int socket, MessageKind kind, std::string_view bytes);

// Waits for a whole message; nothing when the other side is gone.
std::optional<Message> receive_message(int socket);

// Puts a message together from what has arrived, without waiting.
class MessageAssembly {
 public:
  enum class State { incomplete, complete, broken };  // broken: the other side is gone, or talks rot
  State take_from(int socket);
  Message take();  // after `complete`

 private:
  std::string received_;
};

}  // namespace crossfoot
