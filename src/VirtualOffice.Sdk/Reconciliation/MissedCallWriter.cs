using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Recordings;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Reconciliation;

/// <summary>Journals a call that only the PBX knows of, whole, in one append; its voice message becomes a message like any other.</summary>
internal sealed class MissedCallWriter(
    ITelephonyProvider pbx,
    ICallJournal journal,
    CompanyDirectory companies,
    RecordingVault vault,
    OutboxWorker outbox,
    OfficeEvents events,
    OfficeInstruments instruments,
    OfficeRuntime runtime,
    OfficeOptions options)
{
    /// <exception cref="TelephonyException">The voice message cannot be fetched now.</exception>
    /// <exception cref="StoreUnavailableException">A store is away.</exception>
    public async Task<CallOutcomeKind> WriteAsync(PbxCallRecord record, CancellationToken cancellationToken)
    {
        var id = MissedCallId.For(record.Leg, record.StartedAt);
        var company = companies.FindByDialledNumber(record.Dialled);
        var voice = record.VoiceMessage is { } recording ? await vault.FetchAsync(pbx, recording, cancellationToken) : null;
        var (entries, message) = Journal(id, record, company, voice);
        var deliveries = message is null ? [] : MessageRecipients.DeliveriesOf(message, company, options, runtime.Clock.GetUtcNow());
        try
        {
            await journal.AppendAsync(new JournalAppend(id, 0, entries, deliveries), cancellationToken);
            Publish(id, entries);
            outbox.Wake();
        }
        catch (JournalConflictException)
        {
            // An earlier run was killed between this and its bookmark.
        }

        if (record.VoiceMessage is { } kept && voice is not null)
        {
            await pbx.DeleteRecordingAsync(kept, cancellationToken);
        }

        return OutcomeOf(record);
    }

    private static CallOutcomeKind OutcomeOf(PbxCallRecord record) => record.TakenByFallback ? CallOutcomeKind.TakenByFallback : CallOutcomeKind.MissedWhileDown;

    private (IReadOnlyList<CallEvent> Entries, Message? Message) Journal(CallId id, PbxCallRecord record, CompanyDefinition? company, StoredRecording? voice)
    {
        var now = runtime.Clock.GetUtcNow();
        var entries = new List<CallEvent> { new CallReceived(record.StartedAt, record.Leg, "", record.Dialled, record.Caller) };
        if (company is not null)
        {
            entries.Add(new CallPlanned(record.StartedAt, company.Id, company.Version, HasGreeting: false, OpeningHours.DecideAt(company, record.StartedAt).IsOpen));
        }

        if (record.TakenByFallback)
        {
            entries.Add(new CallAnswered(record.StartedAt));
        }

        Message? message = null;
        if (record.VoiceMessage is { } recording)
        {
            entries.Add(new VoiceMessageStarted(record.StartedAt, recording));
            entries.Add(voice is null
                ? new RecordingEnded(now, recording, RecordingState.Missing, null, "The PBX has no such recording.")
                : new RecordingEnded(now, recording, RecordingState.Stored, voice, null));
            if (company is not null && voice?.Duration >= options.MessageMinimum)
            {
                message = MessageOf(id, record, company, recording);
                entries.Add(new MessageTaken(now, message));
            }
        }

        // The fold's stage, so that a report shows where the caller was.
        var stage = CallRecord.Fold(id, entries).Stage;
        entries.Add(new CallEnded(record.EndedAt, new CallOutcome(OutcomeOf(record), stage)));
        entries.Add(new CallClosed(now));
        return (entries, message);
    }

    private static Message MessageOf(CallId id, PbxCallRecord record, CompanyDefinition company, RecordingId recording) => new()
    {
        // One voice message a call: its id may be the call's, so that importing again makes no second one.
        Id = new MessageId(id.Value),
        Call = id,
        Kind = MessageKind.Voice,
        Company = company.Id,
        CompanyName = company.Name,
        Caller = record.Caller,
        Dialled = record.Dialled,
        ReceivedAt = TimeZoneInfo.ConvertTime(record.StartedAt, company.TimeZone),
        Recording = recording,
    };

    private void Publish(CallId id, IReadOnlyList<CallEvent> entries)
    {
        var folded = new CallRecord(id);
        foreach (var entry in entries)
        {
            folded.Apply(entry);
            instruments.Journaled(folded, entry);
            events.Publish(new CallJournaled(id, folded.Version, entry));
        }
    }
}
