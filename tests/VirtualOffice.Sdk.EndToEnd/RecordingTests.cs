using System.Security.Cryptography;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>The whole call is one file, whatever happens in it.</summary>
public sealed class RecordingTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    /// <summary>Seconds that a busy machine may be off by: what it has no time to mix is not in the file.</summary>
    private const double Off = 2.5;

    [Fact]
    public async Task QueueConversationTransfer_IsOneRecordingOfTheRightLength()
    {
        var office = await OpenAsync(new OfficeSettings { AnnasNumbers = ["+78124540102", "+79214540101"] });
        await office.CarrierAsync();
        await office.PhoneAsync(1, Sip.Behaviour.Answers);
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await office.Api.IsInAsync(call.Id, "Queue");
        await caller.HearsSomethingElseAsync();
        await office.Api.SetStateAsync("olga", "Available");
        await office.Api.IsInAsync(call.Id, "Conversation");
        await caller.HearsItselfAsync();
        await office.Api.TransferAsync(call.Id, "anna");
        await office.Api.IsInAsync(call.Id, "Transferred");
        await caller.HearsItselfAsync();

        await caller.HangUpAsync();
        await caller.EndsAsync();
        call = await office.Api.SeesAsync(call.Id, "has its recording stored", seen => seen.Recording?.State == "Stored");

        var recording = call.Recording!;
        var file = await office.Api.AudioAsync(recording.Href!);
        var audio = WavFile.Parse(file);
        var talked = caller.Talked().TotalSeconds;
        Assert.InRange(audio.Seconds, talked - Off, talked + Off);
        Assert.InRange(recording.Seconds!.Value, talked - Off, talked + Off);
        Assert.Equal(file.Length, recording.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), recording.Sha256, ignoreCase: true);
        // The caller speaks all the time, and is on the recording in the queue, with the operator and with the employee.
        Assert.InRange(audio.SecondsOfSound(), talked - 1 - Off, talked + Off);
        Assert.Equal($"/api/v1/calls/{call.Id}/recording", recording.Href);
        await office.Pbx.IsEmptyAsync();
    }

    [Fact]
    public async Task CallNeverReachedAnybody_IsRecordedToo()
    {
        var office = await OpenAsync();
        var caller = office.Call();
        await caller.IsAnsweredAsync();
        var call = await office.Api.ReceivesAsync(caller.Number);
        await office.Api.IsInAsync(call.Id, "Queue");
        await caller.HearsSomethingElseAsync();

        await caller.HangUpAsync();
        await caller.EndsAsync();
        call = await office.Api.SeesAsync(call.Id, "has its recording stored", seen => seen.Recording?.State == "Stored");

        var talked = caller.Talked().TotalSeconds;
        Assert.InRange(WavFile.Parse(await office.Api.AudioAsync(call.Recording!.Href!)).Seconds, talked - Off, talked + Off);
        await Eventually.GetAsync("the PBX's copy is gone", office.Pbx.StoredRecordingsAsync, names => !names.Any(name => name.Contains(call.Id, StringComparison.Ordinal)));
    }
}
