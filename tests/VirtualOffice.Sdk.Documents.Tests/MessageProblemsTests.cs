namespace VirtualOffice.Sdk.Documents.Tests;

/// <summary>What is wrong in how messages reach people, how they read, and what operators are told: with its place, and what is allowed.</summary>
public sealed class MessageProblemsTests
{
    [Theory]
    [InlineData("{ urgency: urgnt, steps: [{ to: recipient }] }", "urgency: found 'urgnt'; allowed is one of routine, urgent (did you mean 'urgent'?).")]
    [InlineData("{ kind: spoken, steps: [{ to: recipient }] }", "kind: found 'spoken'; allowed is one of operator, voice.")]
    [InlineData("{ urgency: urgent }", "steps: found nothing; allowed is a list of 1 to 20 steps, such as { to: recipient, by: email }.")]
    [InlineData("{ away: stand-in, steps: [{ to: recipient }] }", "away: found 'stand-in'; allowed is one of tell, standIn, skip (did you mean 'standIn'?).")]
    [InlineData("{ steps: [] }", "steps: found an empty list; allowed is a list of 1 to 20 steps, such as { to: recipient, by: email }.")]
    [InlineData("{ steps: [{ by: email }] }", "steps[0].to: found nothing; allowed is recipient, messagesTo, the id of an employee, group:ID, on-call:ID, or an address with '@', '+' or '/' in it.")]
    [InlineData("{ steps: [{ to: ana }] }", "steps[0].to: found 'ana'; allowed is recipient, messagesTo, the id of an employee, group:ID, on-call:ID, or an address with '@', '+' or '/' in it (did you mean 'anna'?).")]
    [InlineData("{ steps: [{ to: boris, by: sms }] }", "steps[0].to: found 'boris'; allowed is an employee who has a number, for this channel.")]
    [InlineData("{ steps: [{ to: anna, after: 5 }] }", "steps[0].after: found '5'; allowed is a time such as 90s, 5m or 1h: 0s to 72h.")]
    [InlineData("{ steps: [{ to: anna, times: 3 }] }", "steps[0].every: found nothing; allowed is the pause between the times, such as 5m.")]
    [InlineData("{ steps: [{ to: anna, every: 5m, times: 1 }] }", "steps[0].times: found '1'; allowed is a whole number, 2 to 50.")]
    [InlineData("{ steps: [{ to: anna, every: 5s, times: 2 }] }", "steps[0].every: found '5s'; allowed is a time such as 90s, 5m or 1h: 1m to 72h.")]
    [InlineData("{ steps: [{ to: anna, quiet: 22-8 }] }", "steps[0].quiet: found '22-8'; allowed is two different times, such as \"22:00-08:00\".")]
    [InlineData("{ steps: [{ to: anna, aftr: 5m }] }", "steps[0].aftr: found the unknown field 'aftr'; allowed is to, by, after, every, times, quiet, hold (did you mean 'after'?).")]
    public async Task LoadAsync_DispatchWrong_IsToldWithPlaceFoundAndAllowed(string rule, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("fox.yaml", TestFolder.Company.TrimEnd() + $"\ndispatch:\n  - {rule}\n").Write("operators.yaml", TestFolder.Operators);

        Assert.Matches($@"\Afox\.yaml:\d+: dispatch\[0\]\.{System.Text.RegularExpressions.Regex.Escape(problem)}\z", await folder.ProblemsAsync());
    }

    [Theory]
    [InlineData("{ subject: \"{caller.nmae}\" }", "subject: found the merge field 'caller.nmae'", "(did you mean 'caller.name'?).")]
    [InlineData("{ body: \"About {answers.topc}\" }", "body: found the merge field 'answers.topc'", "(did you mean 'answers.topic'?).")]
    [InlineData("{}", "found neither", "allowed is a subject, a body, or both.")]
    [InlineData("{ subject: \"\" }", "subject: found nothing", "a text of 1 to 200 characters on one line.")]
    public async Task LoadAsync_MessageTextWrong_IsToldWithPlaceAndWhatIsKnown(string template, string found, string end)
    {
        using var folder = new TestFolder();
        folder.Write("owl.yaml", $"id: owl\nname: Owl\nnumbers: [\"+78124540002\"]\nscripts: [{{ name: main, steps: [{{ name: wait, do: queue }}, {{ name: topic, do: ask, field: topic }}, {{ name: bye, do: hangup }}] }}]\nmessageText: {template}\n");

        var problems = await folder.ProblemsAsync();
        Assert.StartsWith("owl.yaml:5: messageText", problems);
        Assert.Contains(found, problems);
        Assert.EndsWith(end, problems);
    }

    [Theory]
    [InlineData("nmae", "whisper: found 'nmae'; allowed is 'name', or a prompt or a text, such as { text: \"Fox Travel\", language: en } (did you mean 'name'?).")]
    [InlineData("{}", "whisper: found an empty mapping; allowed is 'name', or a prompt or a text, such as { text: \"Fox Travel\", language: en }.")]
    [InlineData("[name]", "whisper: found a list; allowed is a mapping with the fields prompt, text, language.")]
    [InlineData("{ prompt: ../x }", "whisper.prompt: found '../x'; allowed is the name of a prompt the PBX knows: 1 to 100 ASCII letters, digits, '-', '_' or '/'.")]
    [InlineData("{ text: \"\" }", "whisper.text: found nothing; allowed is a text of 1 to 200 characters on one line.")]
    [InlineData("{ text: Fox, language: \"e n\" }", "whisper.language: found 'e n'; allowed is a language tag, such as en or pt-BR.")]
    public async Task LoadAsync_WhisperWrong_IsToldWithPlaceFoundAndAllowed(string whisper, string problem)
    {
        using var folder = new TestFolder();
        folder.Write("owl.yaml", $"id: owl\nname: Owl\nnumbers: [\"+78124540002\"]\nqueue:\n  whisper: {whisper}\n");

        Assert.Equal($"owl.yaml:5: queue.{problem}", await folder.ProblemsAsync());
    }

    [Fact]
    public async Task LoadAsync_DispatchToACompanyAddressThatIsNotThere_IsTold()
    {
        using var folder = new TestFolder();
        folder.Write("owl.yaml", "id: owl\nname: Owl\nnumbers: [\"+78124540002\"]\ndispatch:\n  - steps: [{ to: messagesTo }]\n");

        Assert.Equal("owl.yaml:5: dispatch[0].steps[0].to: found 'messagesTo'; allowed is messagesTo only when the company has the field messagesTo.", await folder.ProblemsAsync());
    }
}
