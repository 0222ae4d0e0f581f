using CsCheck;

namespace VirtualOffice.Sdk.Asterisk.Tests.CallRecords;

public sealed class CallRecordLineTests
{
    /// <summary>A line of a real Asterisk 22.10.1.</summary>
    public const string Taken =
        "\"\",\"+79215550101\",\"call\",\"voffice-call\",\"\"\"Anna\"\" <+79215550101>\",\"PJSIP/carrier-00000002\",\"\",\"Stasis\",\"voffice,+78124540001\","
        + "\"2026-11-23 02:06:06\",\"2026-11-23 02:06:07\",\"2026-11-23 02:06:11\",4,4,\"ANSWERED\",\"DOCUMENTATION\",\"voffice-1795399566.2\",\"voffice:+78124540001\"";

    private const string Unanswered =
        "\"\",\"sipp\",\"call\",\"voffice-call\",\"\"\"sipp\"\" <sipp>\",\"PJSIP/carrier-00000003\",\"\",\"Stasis\",\"voffice,+78124540002\","
        + "\"2026-11-23 02:06:07\",,\"2026-11-23 02:06:14\",7,0,\"NO ANSWER\",\"DOCUMENTATION\",\"voffice-1795399567.3\",\"voffice:+78124540002\"";

    [Fact]
    public void Parse_RealLine_HasTheCall()
    {
        var line = CallRecordLine.Parse(Taken)!;

        Assert.Equal("voffice-1795399566.2", line.Channel);
        Assert.Equal(("+79215550101", "Anna"), (line.Caller.Number?.ToString(), line.Caller.Name));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 2, 6, 6, TimeSpan.Zero), line.StartedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 2, 6, 11, TimeSpan.Zero), line.EndedAt);
        Assert.Equal((true, new CallNote("+78124540001", null)), (line.IsAnswered, line.Note));
    }

    [Fact]
    public void Parse_CallThatNobodyAnswered_IsNotAnswered()
    {
        var line = CallRecordLine.Parse(Unanswered)!;

        Assert.Equal((false, TimeSpan.FromSeconds(7)), (line.IsAnswered, line.EndedAt - line.StartedAt));
    }

    [Theory]
    [InlineData("voffice:+7812:fallback/x_1.2", "+7812", "fallback/x_1.2")]
    [InlineData("voffice:", "", null)]
    [InlineData("voffice", null, null)]
    [InlineData("", null, null)]
    [InlineData("something else", null, null)]
    public void Parse_UserField_TellsCallsFromOutsideFromOthers(string field, string? dialled, string? message)
    {
        var line = CallRecordLine.Parse(Taken.Replace("voffice:+78124540001", field, StringComparison.Ordinal))!;

        Assert.Equal(dialled is null ? null : new CallNote(dialled, message), line.Note);
    }

    [Theory]
    [InlineData("\"\"\"A \"\"B\"\" C\"\" <+7>\"", "A \"B\" C")]
    [InlineData("\"\"\"A \\\"\"B\"\" <+7>\"", "A \"B")]
    [InlineData("\"\"\"x,\u202Ey\"\" <+7>\"", "x,y")]
    [InlineData("\"+7\"", null)]
    [InlineData("\"\"\"anonymous\"\" <anonymous>\"", null)]
    [InlineData("", null)]
    public void Parse_CallerShown_GivesTheName(string shown, string? name) =>
        Assert.Equal(name, CallRecordLine.Parse(Taken.Replace("\"\"\"Anna\"\" <+79215550101>\"", shown, StringComparison.Ordinal))!.Caller.Name);

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"a\"b,c")]
    [InlineData("a\"b,c")]
    [InlineData(",,,,,,,,,,,,,,,,,")]
    public void Parse_SomethingElse_IsMalformed(string line) => Assert.Null(CallRecordLine.Parse(line));

    [Theory]
    [InlineData("2026-11-23 02:06:06")]
    [InlineData("2026-11-23 02:06:11")]
    [InlineData("voffice-1795399566.2")]
    public void Parse_WithoutWhatIsNeeded_IsMalformed(string needed) => Assert.Null(CallRecordLine.Parse(Taken.Replace(needed, "", StringComparison.Ordinal)));

    [Fact]
    public void Parse_WithoutTheUserField_IsMalformed() => Assert.Null(CallRecordLine.Parse(Taken[..Taken.LastIndexOf(',')]));

    [Fact]
    public void Parse_LineCutOff_IsNoCall()
    {
        for (var length = 0; length < Taken.Length; length++)
        {
            Assert.Null(CallRecordLine.Parse(Taken[..length])?.Note);
        }
    }

    [Fact]
    public void Split_WhatWasQuoted_ComesBack() => Gen.Char["a,\" \\"].Array[0, 8].Select(c => new string(c)).Array[1, 6].Sample(fields =>
        CsvLine.Split(string.Join(',', fields.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))?.SequenceEqual(fields) == true);

    [Fact]
    public void Merge_LinesOfOneCall_SpanTheWhole()
    {
        var first = CallRecordLine.Parse(Taken)!;
        var second = CallRecordLine.Parse(Taken.Replace("02:06:1", "02:07:1", StringComparison.Ordinal).Replace("02:06:0", "02:07:0", StringComparison.Ordinal))!;

        var whole = first.Merge(second);

        Assert.Equal((first.StartedAt, second.EndedAt), (whole.StartedAt, whole.EndedAt));
    }
}
