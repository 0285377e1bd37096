#pragma once
#include <string>

#include "base/result.h"
#include "model/record.h"
#include "record/keys.h"

namespace allaprima {

/// What a party of an entry signs as.
struct Signer {
    int entry = 0;  ///< The entry's number.
    Role role = Role::Giver;
    std::string name = {};  ///< Empty: the only party of that role.
};

/// Adds a signature under an entry. An error of usage when there is no such entry or party, when several
/// could be meant, or when it has signed already.
Status sign_entry(Record& record, const Signer& signer, const SigningKey& key);

}  // namespace allaprima
