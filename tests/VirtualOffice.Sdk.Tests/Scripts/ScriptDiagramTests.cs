using VirtualOffice.Sdk.Scripts;
using static VirtualOffice.Sdk.Tests.Scripts.ScriptedOffice;

namespace VirtualOffice.Sdk.Tests.Scripts;

public sealed class ScriptDiagramTests
{
    [Fact]
    public void Mermaid_StepsAndWaysOut()
    {
        var script = Of(
            Step("menu", "menu").With("prompt", "menu").To("1", "info").To("timeout", "bye"),
            Step("info", "play").With("prompt", "info"),
            Step("route", "branch").If("open", "wait"),
            Step("bye", "hangup"),
            Step("wait", "queue"));
        Assert.Equal(
            """
            flowchart TD
                s0{{"menu: menu — menu"}}
                s1["info: play — info"]
                s2{"route: branch"}
                s3(["bye: hangup"])
                s4[["wait: queue"]]
                s0 -- "1" --> s1
                s0 -- "timeout" --> s3
                s0 -- "invalid" --> s1
                s1 --> s2
                s2 -- "open" --> s4
                s2 -- "else" --> s3
                s4 --> over
                over(((end)))

            """.ReplaceLineEndings("\n"),
            ScriptDiagram.Mermaid(script));
    }

    [Fact]
    public void Mermaid_AnyText_StaysALabel()
    {
        var text = ScriptDiagram.Mermaid(Of(Step("say", "say").With("text", "\"]; click s0 \"javascript:alert(1)\" <b>\n{x}")));
        Assert.DoesNotContain("<b>", text);
        Assert.Equal(4, text.Count(c => c == '\n'));
        Assert.DoesNotContain("\"]; click", text);
    }
}
