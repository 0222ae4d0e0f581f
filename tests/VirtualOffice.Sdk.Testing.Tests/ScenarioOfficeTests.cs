using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Testing.Tests;

/// <summary>The scenario kit itself: what it does, and above all that it fails when it should.</summary>
public sealed class ScenarioOfficeTests
{
    private const string Fox = """
        id: fox
        name: Fox
        numbers: ["+78124540001"]
        timeZone: Europe/Moscow
        messagesTo: office@fox.example
        employees:
          - id: anna
            name: Anna
            email: anna@fox.example
            numbers:
              - { number: "+78124540101", kind: office }
              - { number: "+79214540102", kind: mobile, accept: true }
        """;

    private const string Operators = """
        operators:
          - { id: olga, name: Olga, device: op1, companies: [fox] }
        """;

    [Fact]
    public void Call_OperatorAnswers_TalksAndEndsCompleted()
    {
        using var office = ScenarioOffice.FromYaml(Fox, Operators);
        var caller = office.Call("+78124540001", "+79215550101");
        office.Expect(() => office.Operator("olga").State == OperatorState.OnCall, "olga to be on a call", TimeSpan.FromSeconds(10));
        caller.Speak(TimeSpan.FromSeconds(20));
        caller.HangUp();
        Assert.Equal(CallOutcomeKind.Completed, caller.Call.Outcome!.Kind);
        Assert.True(caller.IsGone);
    }

    [Fact]
    public void Whisper_OperatorHearsTheCompanyAndTheCallerDoesNot()
    {
        const string Queue = """

            queue:
              whisper: { prompt: fox/whisper }
            """;
        using var office = ScenarioOffice.FromYaml(Fox + Queue, Operators);
        office.Call("+78124540001", "+79215550101");
        office.Do("within 3s, expect olga hears \"fox/whisper\"");
        office.Do("expect stage Whisper");
        office.Do("expect caller hears ringing");
        office.Do("within 5s, expect caller talks to olga");
        office.Do("expect caller never heard \"fox/whisper\"");
    }

    [Fact]
    public void Phones_PlanOfAnEmployee_IsFollowed()
    {
        using var office = ScenarioOffice.FromYaml(Fox, Operators);
        office.Phone("anna's office phone").IsBusy();
        office.Phone("anna's mobile").Answers(2 * ScenarioPhone.Ring, presses: "1");
        var caller = office.Call("+78124540001", "+79215550101");
        office.Do("within 10s, expect caller talks to olga");
        office.Operator("olga").Transfer(EmployeeId.Parse("anna"));
        office.Do("within 30s, expect caller talks to anna");
        office.Do("expect attempts anna's office phone busy, anna's mobile answered");
        Assert.Single(office.Phone("+78124540101").Dialled);
        caller.HangUp();
        Assert.Equal(CallOutcomeKind.Transferred, caller.Call.Outcome!.Kind);
    }

    [Fact]
    public void Messages_ServerIsDown_ArriveWhenItIsBack()
    {
        using var office = ScenarioOffice.FromYaml(Fox, Operators);
        office.Channel("email").IsDownFor(TimeSpan.FromHours(1));
        office.Call("+78124540001");
        office.Do("within 10s, expect caller talks to olga");
        office.Operator("olga").TakeMessage(EmployeeId.Parse("anna"), MessageUrgency.Routine, new MessageField("Text", "call me"));
        office.Advance(TimeSpan.FromMinutes(55));
        Assert.Empty(office.Channel("email").Delivered);
        office.Do("within 1 hour, expect a message to anna@fox.example with \"call me\"");
    }

    [Theory]
    [InlineData("expect caller talks to anna", "there is: olga")]
    [InlineData("expect caller hears music", "there is: olga")]
    [InlineData("expect caller heard \"welcome\"", "olga")]
    [InlineData("expect caller is gone", "on the line")]
    [InlineData("expect outcome Completed", "none yet")]
    [InlineData("expect stage Queue", "Conversation")]
    [InlineData("expect attempts anna busy", "no attempts")]
    [InlineData("expect anna was rung", "0 times")]
    [InlineData("expect olga's phone was not rung", "1 times")]
    [InlineData("expect olga's phone was rung 2 times", "1 times")]
    [InlineData("expect olga is available", "OnCall")]
    [InlineData("expect a message to anna@fox.example", "no messages")]
    [InlineData("within 5s, expect a call-back is due", "0 are due")]
    [InlineData("expect 2 calls", "there is: 1")]
    [InlineData("olga transfers to boris", "no employee 'boris'; there are anna")]
    [InlineData("pavel is offline", "no operator 'pavel'; there are olga")]
    [InlineData("anna's home phone is busy", "anna has Office +78124540101, Mobile +79214540102")]
    [InlineData("pigeon is down for 1h", "no channel 'pigeon'; there are email, sms, webhook")]
    [InlineData("caller2 hangs up", "'caller2' is no phone")]
    [InlineData("expect olga is asleep", "allowed are Offline, Available")]
    [InlineData("it becomes 25:00", "allowed is 0:00 to 23:59")]
    [InlineData("the message vanishes", "is not understood. The nearest sentences are:")]
    public void Do_WhatIsNotSo_FailsWithWhatThereIs(string sentence, string expected)
    {
        using var office = ScenarioOffice.FromYaml(Fox, Operators);
        office.Call("+78124540001", "+79215550101");
        office.Do("within 10s, expect caller talks to olga");
        var failure = Assert.Throws<ScenarioException>(() => office.Do(sentence));
        Assert.Contains(expected, failure.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_ShowsTheWholeTimeline()
    {
        using var office = ScenarioOffice.FromYaml(Fox, Operators);
        office.Call("+78124540001", "+79215550101");
        office.Do("within 10s, expect caller talks to olga");
        office.Operator("olga").TakeMessage(EmployeeId.Parse("anna"), MessageUrgency.Routine, new MessageField("Text", "call me"));
        office.Advance(TimeSpan.FromSeconds(2));
        var timeline = Assert.Throws<ScenarioException>(() => office.Do("expect caller is gone")).Message;
        string[] lines =
        [
            "Monday 2 March 2026, Europe/Moscow", "dials +78124540001 from +79215550101", "CallReceived", "CallPlanned: fox, open", "OfferMade: olga", "hears ringing", "hears olga",
            "takes a message for anna", "MessageTaken: Operator, Routine, for anna; Text = call me", "message to anna@fox.example: Delivered",
        ];
        Assert.All(lines, line => Assert.Contains(line, timeline, StringComparison.Ordinal));
        Assert.Contains("12:00:00", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public void SameScenario_HappensTheSameWayEveryTime()
    {
        Assert.Equal(Run(), Run());

        static string Run()
        {
            using var office = ScenarioOffice.FromYaml(Fox, Operators);
            office.Call("+78124540001", "+79215550101");
            office.Do("within 10s, expect caller talks to olga");
            office.Do("olga transfers to anna");
            office.Do("wait 2m");
            return office.Timeline;
        }
    }

    [Fact]
    public void Documents_Wrong_AreRefusedWithFileAndLine()
    {
        var error = Assert.Throws<OfficeDefinitionException>(() => ScenarioOffice.FromYaml(Fox.Replace("timeZone: Europe/Moscow", "timeZone: Mars/Base", StringComparison.Ordinal), Operators));
        Assert.Contains("document-1.yaml:4", error.Message, StringComparison.Ordinal);
    }
}
