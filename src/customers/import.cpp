// SPDX-License-Identifier: MIT
// import customers: a list of customers becomes cards, with keeper and last contact where the list has them.
#include <set>
#include <utility>

#include "book/import_job.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"

namespace onduty {

namespace {

const std::vector<ImportField>& fields() {
    static const std::vector<ImportField> kFields{
        {"name", {"customer", "姓名", "客户", "客户姓名", "名字"}},
        {"phone", {"telephone", "tel", "mobile", "电话", "手机", "手机号", "联系电话", "电话号码"}},
        {"class", {"category", "分类", "类别", "等级", "客户分类"}},
        {"keeper", {"specialist", "owner", "专员", "置业顾问", "负责人", "跟进人"}},
        {"opened", {"since", "date", "created", "日期", "登记日期", "登记时间", "来访日期", "首次来访"}, false, true},
        {"contact", {"lastcontact", "最近联系", "上次联系", "最近跟进"}, false, true},
        {"note", {"remark", "notes", "备注", "说明", "情况"}},
    };
    return kFields;
}

struct NewCard {
    std::vector<PersonalField> personal;
    std::string customer_class;
    std::string keeper;
    std::string note;
    Instant opened;
    std::optional<Instant> contact;
};

class CardList {
  public:
    explicit CardList(Book& book) : book_{&book} {
        for (const Customer& customer : all_customers(book)) {
            known_.insert({customer_personal(book, customer, "name"), customer_personal(book, customer, "phone")});
        }
    }

    NewCard look(ImportRow& row) {
        NewCard card;
        const std::string name = row.text("name");
        const std::string phone = row.checked("phone", phone_of_register);
        if (name.empty() && phone.empty() && row.good()) {
            row.fault("name", say(N_("neither a name nor a telephone")));
        }
        card.customer_class = row.checked("class", [&](const std::string& word) {
            return book_->resolve("customer-class", N_("class of customers"), word).code;
        });
        card.keeper = row.checked("keeper", [&](const std::string& word) { return keeper_named(*book_, word).code; });
        card.note = row.text("note");
        const auto times = row.times({"opened", "contact"}, book_->zone(), book_->now());
        card.contact = times[1] ? std::optional{times[1]->at} : std::nullopt;
        card.opened = times[0] ? times[0]->at : card.contact.value_or(book_->now());
        if (card.contact && *card.contact < card.opened) {
            row.fault("contact", say(N_("is earlier than the card")));
        }
        if (row.good() && !row.recorded() && !known_.insert({name, phone}).second) {
            row.fault("name", say(N_("there is a card with this name and telephone already")));
        }
        if (!name.empty()) {
            card.personal.push_back({"name", name});
        }
        if (!phone.empty()) {
            card.personal.push_back({"phone", phone});
        }
        return card;
    }

  private:
    Book* book_;
    std::set<std::pair<std::string, std::string>> known_;
};

void record(ImportJob& job, const NewCard& card) {
    Entry entry = job.draft(kind::kCustomer, card.opened);
    entry.subject = card.customer_class;
    entry.note = card.note;
    Details details;
    details.personal = card.personal;
    const EntryNumber number = job.append(entry, details).number;
    if (!card.keeper.empty()) {
        Entry assign = job.draft(kind::kCustomerAssign, card.opened);
        assign.about = number;
        assign.subject = card.keeper;
        job.append(assign);
    }
    if (card.contact) {
        Entry contact = job.draft(kind::kContact, *card.contact);
        contact.about = number;
        contact.result = result::kOk;
        // The list says who keeps the customer, not who spoke to him last; whoever reads it in did not.
        contact.typed_by = std::exchange(contact.actor, card.keeper.empty() ? "-" : card.keeper);
        job.append(contact);
    }
}

}  // namespace

int import_customers(Context& context, const ImportOptions& options) {
    ImportJob job{context, options, fields()};
    job.find_importer();
    CardList list{job.book()};
    job.check([&](ImportRow& row) { list.look(row); });
    std::int64_t all = 0;
    job.record([&](ImportRow& row) {
        return [&, card = list.look(row)] {
            record(job, card);
            ++all;
        };
    });
    return job.finish(say(N_("customers {0}"), all), all);
}

}  // namespace onduty
