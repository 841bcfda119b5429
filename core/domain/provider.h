// Provider: where runs are sent.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace aiagent::domain {

enum class ApiKind { Responses, Chat };

// Where the key comes from. The key itself is never part of a provider.
enum class KeySource {
  None,         // a local server that wants none
  KeyStore,     // the operating system's key store, or memory for the session where there is none
  Environment,  // the environment variable named keyVariable
};

struct Provider {
  std::string name;     // unique; "openai", "rehearsal", "ollama"
  std::string baseUrl;  // with scheme, without trailing slash: "https://api.openai.com/v1"
  ApiKind api = ApiKind::Responses;
  KeySource keySource = KeySource::KeyStore;
  std::string keyVariable;   // with KeySource::Environment
  std::string organization;  // OpenAI-Organization header, or empty
  std::string project;       // OpenAI-Project header, or empty
  std::string defaultModel;  // for agents that name none, or empty

  bool operator==(const Provider&) const = default;
};

inline constexpr char kOpenAiProvider[] = "openai";
inline constexpr char kOpenAiBaseUrl[] = "https://api.openai.com/v1";
// The rehearsal model: a loopback server of our own; its base URL is known only while it runs.
inline constexpr char kRehearsalProvider[] = "rehearsal";
inline constexpr char kRehearsalModel[] = "rehearsal";

std::string_view toWord(ApiKind kind);  // "responses", "chat"
base::Result<ApiKind> apiKindFromWord(std::string_view word);

// Checks and tidies: a name of [a-z0-9._-]{1,64}; http or https with a host, no user info, query or fragment;
// http only for loopback when a key is sent is a warning of the caller. InvalidInput names the field.
base::Result<Provider> normalised(Provider provider);

// True for 127.0.0.0/8, [::1] and localhost.
bool isLoopbackUrl(std::string_view url);

// scheme://host:port of a base URL, for "changing the base URL asks again for the key".
std::string originOf(std::string_view url);

}  // namespace aiagent::domain
