#include "record/sign_entry.h"

#include <fmt/format.h>

#include <vector>

#include "record/chain.h"

namespace allaprima {
namespace {

Result<Party> party_of(const Entry& entry, const Signer& signer) {
    std::vector<Party> found;
    for (const Party& party : entry.parties)
        if (party.role == signer.role && (signer.name.empty() || party.name == signer.name))
            found.push_back(party);
    if (found.empty())
        return Error{
            fmt::format("entry {} has no {}{}: allaprima record show lists its parties", entry.number,
                        word_of(signer.role), signer.name.empty() ? "" : " named " + signer.name),
            true};
    if (found.size() > 1)
        return Error{fmt::format("entry {} has {} parties who are {}: say which with --name", entry.number,
                                 found.size(), word_of(signer.role)),
                     true};
    return found.front();
}

}  // namespace

Status sign_entry(Record& record, const Signer& signer, const SigningKey& key) {
    if (signer.entry < 1 || static_cast<size_t>(signer.entry) > record.entries.size())
        return Error{fmt::format("there is no entry {}: there are {}", signer.entry, record.entries.size()),
                     true};
    if (record.signatures.size() == kMostSignatures)
        return Error{
            fmt::format("a record has at most {} signatures, and this one is full", kMostSignatures)};
    const Entry& entry = record.entries[static_cast<size_t>(signer.entry) - 1];
    const Result<Party> party = party_of(entry, signer);
    if (!party)
        return party.error();
    for (const EntrySignature& other : record.signatures)
        if (other.entry == entry.number && other.role == party->role && other.name == party->name)
            return Error{fmt::format("{} has signed entry {} as {} already", party->name, entry.number,
                                     word_of(party->role)),
                         true};
    EntrySignature signature{.number = static_cast<int>(record.signatures.size()) + 1,
                             .entry = entry.number,
                             .role = party->role,
                             .name = party->name,
                             .key = key.public_key(),
                             .signature = {}};
    signature.signature = key.sign(text_to_sign(signature, entry));
    record.signatures.push_back(std::move(signature));
    return Done{};
}

}  // namespace allaprima
