using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;
using VirtualOffice.Sdk.EndToEnd.Audio;
using VirtualOffice.Sdk.EndToEnd.Harness;

namespace VirtualOffice.Sdk.EndToEnd.Browsers;

/// <summary>A browser of an operator's own, with a microphone that sounds a tone. It is a process, and can be killed.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>What the microphone hears, in hertz.</summary>
    public const int Voice = 1000;

    private const string Path = "/usr/bin/chromium";

    // How long a condition may take on a busy machine; what holds is seen at once.
    private const float Patience = 180_000;

    private readonly TempFolder _folder;
    private readonly IPlaywright _playwright;
    private readonly IBrowserContext _context;

    private Chromium(TempFolder folder, IPlaywright playwright, IBrowserContext context) => (_folder, _playwright, _context) = (folder, playwright, context);

    public static bool IsThere => File.Exists(Path);

    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var folder = new TempFolder();
        var voice = folder.File("voice.wav");
        await File.WriteAllBytesAsync(voice, VoiceFile.Of(Voice, seconds: 4), TestContext.Current.CancellationToken);
        var playwright = await Playwright.CreateAsync();
        var context = await playwright.Chromium.LaunchPersistentContextAsync(folder.Folder("profile"), new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Path,
            ViewportSize = new ViewportSize { Width = 1366, Height = 768 },
            Locale = "en-GB",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--mute-audio", "--autoplay-policy=no-user-gesture-required", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={voice}", "--allow-loopback-in-peer-connection",
            ],
        });
        context.SetDefaultTimeout(Patience);

        // A steady tone is noise to what cleans voices; and the page's connections are looked at from outside.
        await context.AddInitScriptAsync("""
            if (!localStorage.getItem("virtualoffice-desk")) localStorage.setItem("virtualoffice-desk", JSON.stringify({ cleansVoice: false, language: "en" }));
            window.connections = [];
            const Connection = window.RTCPeerConnection;
            window.RTCPeerConnection = class extends Connection { constructor(...all) { super(...all); window.connections.push(this); } };
            """);
        return new Chromium(folder, playwright, context);
    }

    /// <summary>Signs in as one of the sample's people, and opens the desk.</summary>
    public async Task<IPage> OpenDeskAsync(Uri host, string person)
    {
        var page = _context.Pages is [var first] && first.Url == "about:blank" ? first : await _context.NewPageAsync();
        await page.GotoAsync(new Uri(host, "/sign-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = person, Exact = false }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".state-bar")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> OpenTabAsync(Uri host)
    {
        var page = await _context.NewPageAsync();
        await page.GotoAsync(new Uri(host, "/desk/").ToString());
        await Assertions.Expect(page.Locator(".state-bar")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Waits until the page hears a tone of this height, within 40 Hz.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "It is the browser that hears.")]
    public async Task HearsAsync(IPage page, int hertz) => await Eventually.GetAsync(
        $"the browser hears {hertz} Hz",
        async () => await page.EvaluateAsync<double>("""
            async () => {
              const track = window.connections.filter((c) => c.connectionState === "connected").at(-1)?.getReceivers()[0]?.track;
              if (!track) return 0;
              const context = new AudioContext();
              const analyser = new AnalyserNode(context, { fftSize: 8192 });
              context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
              await new Promise((done) => setTimeout(done, 400));
              const bins = new Float32Array(analyser.frequencyBinCount);
              analyser.getFloatFrequencyData(bins);
              const loudest = bins.indexOf(Math.max(...bins));
              const heard = bins[loudest] > -60 ? (loudest * context.sampleRate) / analyser.fftSize : 0;
              await context.close();
              return heard;
            }
            """),
        heard => Math.Abs(heard - hertz) < 40);

    /// <summary>kill -9: the page can say no good-bye.</summary>
    public Task KillAsync() => ChildProcess.RunAsync("bash", ["-c", $"""
        for process in /proc/[0-9]*; do
          if [[ $(readlink "$process/exe") == *chrom* ]] && tr '\0' ' ' <"$process/cmdline" | grep -qF -- '{_folder.Path}'; then kill -KILL "$(basename "$process")"; fi
        done 2>/dev/null
        true
        """]);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _context.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It was killed.
        }

        _playwright.Dispose();
        _folder.Dispose();
    }
}
