using System.Net;
using VirtualOffice.Sdk.Desk.Harness;
using VirtualOffice.Sdk.Simulation;

namespace VirtualOffice.Sdk.AspNetCore.Tests.Messages;

/// <summary>Voice messages heard by the link in a message.</summary>
public sealed class MessageRecordingsTests
{
    [Fact]
    public async Task Link_OfTheMessage_OpensTheVoiceMessageUntilItsTimeIsOver()
    {
        await using var office = await DeskOffice.OpenAsync(configure: options =>
        {
            options.WaitLimit = TimeSpan.FromSeconds(1);
            options.RecordingUrl = new Uri("https://office.example/voice-message");
            options.AcknowledgeSecret = new string('s', 32);
        });
        office.Call(dialled: "+78124550001", behaviour: new SimulatedCaller { Message = TimeSpan.FromSeconds(2) });
        await office.UntilAsync(() => !office.Mail.Delivered.IsEmpty);
        var link = office.Mail.Delivered.First().RecordingLink!;
        Assert.StartsWith("https://office.example/voice-message?token=", link.AbsoluteUri, StringComparison.Ordinal);

        using var http = new HttpClient { BaseAddress = office.Url };
        using var heard = await http.GetAsync(new Uri(link.PathAndQuery, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "audio/wav"), (heard.StatusCode, heard.Content.Headers.ContentType?.MediaType));
        Assert.True(heard.Headers.CacheControl is { NoStore: true });
        Assert.Equal("RIFF"u8.ToArray(), (await heard.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..4]);

        // Not the last character, whose last bits may mean nothing.
        var forgery = link.PathAndQuery[..^5] + (link.PathAndQuery[^5] == 'A' ? 'B' : 'A') + link.PathAndQuery[^4..];
        using var forged = await http.GetAsync(new Uri(forgery, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        office.Clock.Jump(TimeSpan.FromDays(8));
        using var late = await http.GetAsync(new Uri(link.PathAndQuery, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=../../etc/passwd")]
    [InlineData("?token=AAAA")]
    public async Task Link_ThatIsNone_IsNotFound(string query)
    {
        await using var office = await DeskOffice.OpenAsync();
        using var http = new HttpClient { BaseAddress = office.Url };
        using var response = await http.GetAsync(new Uri("/voice-message" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
