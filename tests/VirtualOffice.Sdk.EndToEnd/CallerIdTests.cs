using System.Globalization;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd;

/// <summary>Numbers that nobody has, and callers who say odd things about themselves.</summary>
public sealed class CallerIdTests(AsteriskServer pbx) : OfficeTest(pbx)
{
    private const int LongestText = 256;

    public static TheoryData<string, string> OddCallers { get; } = new()
    {
        { "empty", "<sip:127.0.0.1>" },
        { "withheld", "\"Anonymous\" <sip:anonymous@anonymous.invalid>" },
        { "control characters", "\"Iv\u0001an\u0007\u001b[31m\" <sip:+79990000001@127.0.0.1>" },
        { "bidi", "\"\u202Enaihc\u2066\u200F\" <sip:+79990000002@127.0.0.1>" },
        { "ten kilobytes", $"\"{new string('x', 10_000)}\" <sip:+79990000003@127.0.0.1>" },
        { "not a number", "\"<script>alert(1)</script>\" <sip:ivan.petrov@127.0.0.1>" },
    };

    [Fact]
    public async Task UnknownNumber_CallIsRefusedAndKept()
    {
        var office = await OpenAsync();
        await office.OlgaAnswersAsync();

        var caller = office.Call("+78129999999");
        await caller.IsDecidedAsync();
        await caller.EndsAsync();

        var call = await office.Api.ReceivesAsync(caller.Number);
        call = await office.Api.EndsAsync(call.Id);
        Assert.Equal(("Refused", "UnknownNumber"), (call.Outcome, call.OutcomeReason));
        Assert.Equal("+78129999999", call.Dialled);
        Assert.Null(call.Company);
        Assert.Empty(call.Offers);
        await office.Pbx.IsEmptyAsync();
    }

    [Theory]
    [MemberData(nameof(OddCallers))]
    public async Task OddCallerId_IsCleanedAndTheCallGoesOn(string kind, string from)
    {
        Assert.NotEmpty(kind);
        var office = await OpenAsync();
        await office.OlgaAnswersAsync();

        var caller = office.Call(from: from);
        await caller.IsAnsweredAsync();
        var list = await Eventually.GetAsync("the call is in the list", office.Api.CallsAsync, calls => calls is [{ Stage: "Conversation" }]);
        await caller.HearsItselfAsync();
        await caller.HangUpAsync();
        var call = await office.Api.EndsAsync(list[0].Id);

        Assert.Equal("Completed", call.Outcome);
        IsClean(call.Caller);
        IsClean(call.CallerName);
        await office.Pbx.IsEmptyAsync();
    }

    private static void IsClean(string? text)
    {
        Assert.InRange(text?.Length ?? 0, 0, LongestText);
        foreach (var letter in text ?? "")
        {
            Assert.DoesNotContain(CharUnicodeInfo.GetUnicodeCategory(letter),
                new[] { UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator, UnicodeCategory.Surrogate });
        }
    }
}
