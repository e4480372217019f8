#include "tests/access/catalogfixture.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace meshscope;
using namespace meshscope::test;

namespace {

using Scripted = std::optional<Script>;

struct Office {
    FakeEntropy server;
    QTemporaryDir dir;
    std::unique_ptr<CatalogUser> ana;
    std::unique_ptr<CatalogUser> olga; ///< of the team that owns it

    Office()
    {
        server.addProduct(u"orders"_s);
        ana = std::make_unique<CatalogUser>(dir.path(), server.server.url(), u"Ana"_s);
        olga = std::make_unique<CatalogUser>(dir.path(), server.server.url(), u"Olga"_s);
    }
    void answer(std::function<Scripted(const SeenRequest &)> how, bool isCarriedOut = false)
    {
        const QMutexLocker lock(&server.mutex);
        (isCarriedOut ? server.after : server.instead) = std::move(how);
    }
    void beAway(bool isAway)
    {
        answer(isAway ? [](const SeenRequest &) { return Scripted(Script::reset()); }
                      : std::function<Scripted(const SeenRequest &)>());
    }
    /// Requests are carried out, and then nothing more is heard of the server.
    void loseAnswersTo(const QByteArray &method)
    {
        answer(
            [this, method](const SeenRequest &request) -> Scripted {
                if (request.method != method)
                    return {};
                server.instead = [](const SeenRequest &) { return Scripted(Script::reset()); };
                return Script::reset();
            },
            true);
    }
    void beWell()
    {
        answer({});
        answer({}, true);
    }
};

} // namespace

/// Requests that travel to a catalog: sent once whatever happens on the way, decided there, verified by what it says.
class TestCatalogRequests : public QObject {
    Q_OBJECT
private slots:
    void aRequestIsAskedApprovedAndVerified()
    {
        Office f;
        MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        const auto sent = f.ana->desk->send(*mesh, id);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().text));
        QVERIFY2(sent->state == RequestState::Sent, qPrintable(sent->warning));
        QCOMPARE(sent->delivery, Delivery::There);
        QCOMPARE(f.server.access(id)[u"consumer"][u"userId"].toString(), u"ana@example.com"_s);
        QCOMPARE(f.server.access(id)[u"provider"][u"outputPortId"].toString(), u"table"_s);
        QCOMPARE(f.ana->request(*mesh, id).state, RequestState::Sent); // before any sync, and without asking anybody
        QCOMPARE(f.ana->request(*f.ana->sync(), id).vendorState, u"requested"_s);

        const MeshPtr hers = f.olga->sync();
        const AccessRequest waiting = f.olga->request(*hers, id);
        QVERIFY(f.olga->desk->mayDecide(*hers, waiting));
        const QList<RequestMove> moves = f.olga->desk->moves(*hers, waiting);
        QVERIFY(moves.contains(RequestMove::Approve) && moves.contains(RequestMove::Reject));
        QVERIFY(!moves.contains(RequestMove::Review)); // the catalog knows none
        const auto approved = f.olga->desk->move(*hers, id, RequestMove::Approve, u"fine"_s);
        QVERIFY2(approved, qPrintable(approved ? QString() : approved.error().text));
        QVERIFY(approved->warning.contains(u"note"_s)); // which it has no place for
        QCOMPARE(approved->state, RequestState::Granted);
        QVERIFY(approved->verified);

        mesh = f.ana->sync();
        const AccessRequest mine = f.ana->request(*mesh, id);
        QCOMPARE(mine.state, RequestState::Granted);
        QVERIFY(mine.verified);
        QCOMPARE(mine.requestedBy, u"ana@example.com"_s);
        QCOMPARE(mine.events.last().what, u"approved"_s); // by the feed
        QVERIFY2(mine.warning.isEmpty(), qPrintable(mine.warning));
        QVERIFY(f.ana->desk->verifyAudit().ok);
        QVERIFY(f.olga->desk->verifyAudit().ok);
    }

    void grantedIsOnlyWhatWasSetUp()
    {
        Office f;
        MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*mesh, id));
        QVERIFY(f.olga->desk->move(*f.olga->sync(), id, RequestMove::Approve, {}));
        const auto report = [&](const QString &status, const QString &why) {
            QJsonObject access = f.server.access(id);
            access.insert(u"provisioning"_s, QJsonObject{{u"status"_s, status}, {u"diagnostics"_s, why}});
            f.server.put(u"access"_s, access, u"AccessProvisioningStartedEvent"_s);
            mesh = f.ana->sync();
        };
        report(u"provisioning"_s, {});
        QCOMPARE(f.ana->request(*mesh, id).state, RequestState::Approved);
        QVERIFY(!f.ana->request(*mesh, id).verified);
        QCOMPARE(f.ana->request(*mesh, id).vendorState, u"approved, provisioning"_s);
        report(u"provisioning-failed"_s, u"no such role"_s);
        QCOMPARE(f.ana->request(*mesh, id).state, RequestState::Approved);
        QVERIFY(f.ana->request(*mesh, id).notGranted.contains(u"no such role"_s));
        report(u"provisioned"_s, {});
        QCOMPARE(f.ana->request(*mesh, id).state, RequestState::Granted);
        QVERIFY(f.ana->request(*mesh, id).verified->how.contains(u"provisioned"_s));
    }

    void aRejectionAndARevocationComeBack()
    {
        Office f;
        MeshPtr mesh = f.ana->sync();
        const QString no = *f.ana->draft();
        const QString yes = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*mesh, no) && f.ana->desk->send(*mesh, yes));
        MeshPtr hers = f.olga->sync();
        QCOMPARE(f.olga->desk->move(*hers, no, RequestMove::Reject, {})->state, RequestState::Rejected);
        QCOMPARE(f.olga->desk->move(*hers, yes, RequestMove::Approve, {})->state, RequestState::Granted);
        hers = f.olga->sync();
        const auto revoked = f.olga->desk->move(*hers, yes, RequestMove::Revoke, {});
        QVERIFY2(revoked, qPrintable(revoked ? QString() : revoked.error().text));
        QCOMPARE(revoked->state, RequestState::Revoked);
        mesh = f.ana->sync();
        QCOMPARE(f.ana->request(*mesh, no).state, RequestState::Rejected);
        QCOMPARE(f.ana->request(*mesh, yes).state, RequestState::Revoked);
        QVERIFY(!f.ana->request(*mesh, yes).verified);
    }

    void whoAskedTakesItBack()
    {
        Office f;
        const MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*mesh, id));
        const auto cancelled = f.ana->desk->move(*mesh, id, RequestMove::Cancel, {});
        QVERIFY2(cancelled, qPrintable(cancelled ? QString() : cancelled.error().text));
        QCOMPARE(cancelled->state, RequestState::Cancelled);
        QVERIFY(f.server.access(id).isEmpty());
        QCOMPARE(f.ana->request(*f.ana->sync(), id).state, RequestState::Cancelled);
        QVERIFY(f.ana->desk->verifyAudit().ok);
    }

    void whoHasItGivesItBack()
    {
        Office f;
        MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*mesh, id));
        QVERIFY(f.olga->desk->move(*f.olga->sync(), id, RequestMove::Approve, {}));
        mesh = f.ana->sync();
        QVERIFY(f.ana->desk->moves(*mesh, f.ana->request(*mesh, id)).contains(RequestMove::Cancel));
        const auto given = f.ana->desk->move(*mesh, id, RequestMove::Cancel, {});
        QVERIFY2(given, qPrintable(given ? QString() : given.error().text));
        QCOMPARE(given->state, RequestState::Cancelled);
        QCOMPARE(f.server.access(id)[u"info"][u"active"].toBool(), false);
        QCOMPARE(f.ana->request(*mesh, id).state, RequestState::Cancelled);
        mesh = f.ana->sync(); // its feed has the same word for taking back
        QCOMPARE(f.ana->request(*mesh, id).state, RequestState::Cancelled);
        QVERIFY(!f.ana->request(*mesh, id).verified);
        QVERIFY(!f.ana->desk->moves(*mesh, f.ana->request(*mesh, id)).contains(RequestMove::Cancel));
        QVERIFY(f.ana->desk->verifyAudit().ok);
    }

    void whatWasGrantedMeanwhileIsNotGivenBackUnseen()
    {
        Office f;
        const MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*mesh, id));
        QVERIFY(f.olga->desk->move(*f.olga->sync(), id, RequestMove::Approve, {}));
        const auto tried = f.ana->desk->move(*mesh, id, RequestMove::Cancel, {}); // it stands as sent before Ana
        QVERIFY(!tried);
        QCOMPARE(tried.error().code, Error::Code::Refused);
        QVERIFY(f.server.access(id)[u"info"][u"active"].toBool());
    }

    void anOwnerExtends()
    {
        Office f;
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*f.ana->sync(), id));
        MeshPtr hers = f.olga->sync();
        QVERIFY(f.olga->desk->move(*hers, id, RequestMove::Approve, {}));
        hers = f.olga->sync();
        const QDate later = QDate::currentDate().addDays(300);
        const auto extended = f.olga->desk->move(*hers, id, RequestMove::Extend, {}, later);
        QVERIFY2(extended, qPrintable(extended ? QString() : extended.error().text));
        QCOMPARE(extended->until, later);
        QCOMPARE(f.ana->request(*f.ana->sync(), id).until, later);
        QCOMPARE(f.ana->request(*f.ana->sync(), id).state, RequestState::Granted);
    }

    void whileTheServerIsAwayItWaitsAndSaysSo()
    {
        Office f;
        const MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        f.beAway(true);
        const auto sent = f.ana->desk->send(*mesh, id);
        QVERIFY(sent);
        QCOMPARE(sent->state, RequestState::Sent);
        QCOMPARE(sent->delivery, Delivery::Waiting);
        QVERIFY2(sent->warning.contains(u"outbox"_s), qPrintable(sent->warning));
        QCOMPARE(f.ana->request(*mesh, id).delivery, Delivery::Waiting);
        QVERIFY(f.ana->desk->moves(*mesh, f.ana->request(*mesh, id)).contains(RequestMove::Retry));
        QVERIFY(f.ana->desk->resumeOutbox().isEmpty()); // still away: nothing new
        f.beAway(false);
        QVERIFY(f.ana->desk->resumeOutbox().isEmpty());
        QCOMPARE(f.ana->request(*mesh, id).delivery, Delivery::There);
        QCOMPARE(f.server.puts.value(id), 1);
        QVERIFY(f.ana->desk->verifyAudit().ok);
        QCOMPARE(f.ana->desk->verifyAudit().events, 1);
    }

    void whatWaitsCanBeCancelledWithoutTheServer()
    {
        Office f;
        const MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        f.beAway(true);
        QVERIFY(f.ana->desk->send(*mesh, id));
        const auto cancelled = f.ana->desk->move(*mesh, id, RequestMove::Cancel, {});
        QVERIFY2(cancelled, qPrintable(cancelled ? QString() : cancelled.error().text));
        QCOMPARE(cancelled->state, RequestState::Cancelled);
        f.beAway(false);
        QVERIFY(f.ana->desk->resumeOutbox().isEmpty());
        QVERIFY(f.server.access(id).isEmpty());
    }

    void aLostAnswerIsLookedUpNotSentTwice()
    {
        Office f;
        const MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        f.loseAnswersTo("PUT");
        const auto sent = f.ana->desk->send(*mesh, id);
        QVERIFY(sent);
        QCOMPARE(sent->delivery, Delivery::Unconfirmed);
        QVERIFY2(sent->warning.contains(u"unconfirmed"_s), qPrintable(sent->warning));
        QVERIFY(!f.server.access(id).isEmpty());
        f.beWell();
        const qsizetype before = f.server.asked("PUT", "/api/access/");
        QVERIFY(f.ana->desk->resumeOutbox().isEmpty());
        QCOMPARE(f.server.asked("PUT", "/api/access/"), before);
        QCOMPARE(f.ana->request(*mesh, id).delivery, Delivery::There);
        QCOMPARE(f.server.puts.value(id), 1);
        QCOMPARE(f.ana->desk->verifyAudit().events, 1);
    }

    void anUnconfirmedOneIsCancelledWhereItIs()
    {
        Office f;
        const MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        f.loseAnswersTo("PUT");
        QVERIFY(f.ana->desk->send(*mesh, id));
        QVERIFY(!f.ana->desk->move(*mesh, id, RequestMove::Cancel, {})); // nobody knows whether it is there
        f.beWell();
        const auto cancelled = f.ana->desk->move(*mesh, id, RequestMove::Cancel, {});
        QVERIFY2(cancelled, qPrintable(cancelled ? QString() : cancelled.error().text));
        QCOMPARE(cancelled->state, RequestState::Cancelled);
        QVERIFY(f.server.access(id).isEmpty());
        QVERIFY(f.ana->desk->verifyAudit().ok);
    }

    void whatTheServerRefusesFailsWithItsWords()
    {
        Office f;
        const MeshPtr mesh = f.ana->sync();
        const QString id = *f.ana->draft();
        f.server.remove(u"dataproducts"_s, u"orders"_s, u"DataProductDeletedEvent"_s);
        const auto sent = f.ana->desk->send(*mesh, id);
        QVERIFY(sent);
        QCOMPARE(sent->state, RequestState::Failed);
        QVERIFY2(sent->warning.contains(u"does not exist"_s), qPrintable(sent->warning));
        f.server.addProduct(u"orders"_s);
        const auto again = f.ana->desk->move(*mesh, id, RequestMove::Retry, {});
        QVERIFY(again);
        QVERIFY2(again->state == RequestState::Sent && again->delivery == Delivery::There, qPrintable(again->warning));
    }

    void aDecisionWhoseAnswerIsLostIsLookedUp()
    {
        Office f;
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*f.ana->sync(), id));
        const MeshPtr hers = f.olga->sync();
        f.loseAnswersTo("POST");
        const auto approved = f.olga->desk->move(*hers, id, RequestMove::Approve, {});
        QVERIFY2(approved, qPrintable(approved ? QString() : approved.error().text));
        QCOMPARE(approved->delivery, Delivery::Unconfirmed);
        f.beWell();
        QVERIFY(f.olga->desk->resumeOutbox().isEmpty());
        QCOMPARE(f.olga->request(*hers, id).state, RequestState::Granted);
        QCOMPARE(f.server.asked("POST", "/approve"), 1);
        QVERIFY(f.olga->desk->verifyAudit().ok);
        QCOMPARE(f.olga->desk->verifyAudit().events, 1);
    }

    void aDecisionThatNeverArrivedIsForgotten()
    {
        Office f;
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*f.ana->sync(), id));
        const MeshPtr hers = f.olga->sync();
        f.answer([&](const SeenRequest &request) -> Scripted {
            if (request.method != "POST")
                return {};
            f.server.instead = [](const SeenRequest &) { return Scripted(Script::reset()); };
            return Script::reset();
        });
        QVERIFY(f.olga->desk->move(*hers, id, RequestMove::Approve, {}));
        f.beWell();
        QVERIFY(f.olga->desk->resumeOutbox().isEmpty());
        QCOMPARE(f.olga->request(*hers, id).state, RequestState::Sent);
        QVERIFY(f.olga->desk->move(*hers, id, RequestMove::Approve, {}));
        QCOMPARE(f.server.access(id)[u"info"][u"status"].toString(), u"approved"_s);
    }

    void somebodyElseDecidedMeanwhile()
    {
        Office f;
        const QString id = *f.ana->draft();
        QVERIFY(f.ana->desk->send(*f.ana->sync(), id));
        const MeshPtr hers = f.olga->sync();
        QJsonObject access = f.server.access(id);
        QJsonObject info = access[u"info"].toObject();
        info.insert(u"status"_s, u"rejected"_s);
        access.insert(u"info"_s, info);
        f.server.put(u"access"_s, access);
        const auto approved = f.olga->desk->move(*hers, id, RequestMove::Approve, {});
        QVERIFY(!approved);
        QCOMPARE(approved.error().code, Error::Code::Refused);
        QCOMPARE(f.server.asked("POST", "/approve"), 0);
    }
};

MESHSCOPE_TEST(TestCatalogRequests)
#include "tst_catalogrequests.moc"
