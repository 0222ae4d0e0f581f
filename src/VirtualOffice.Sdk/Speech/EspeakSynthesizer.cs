using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VirtualOffice.Sdk.Speech;

/// <summary>Lets eSpeak NG read texts aloud, each in a process of its own. The text goes in by the process's input: no part of it is ever an argument.</summary>
internal sealed partial class EspeakSynthesizer(EspeakOptions options, TimeProvider clock) : ISpeechSynthesizer
{
    private const int MaxError = 300;

    public async Task<ReadOnlyMemory<byte>> SpeakAsync(string text, string? language, CancellationToken cancellationToken)
    {
        var voice = language is not null && Voices.IsMatch(language) ? language : options.Voice;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var timer = clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, options.Timeout, Timeout.InfiniteTimeSpan);
        using var process = Start(voice);
        try
        {
            using var sound = new MemoryStream();
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var reading = process.StandardOutput.BaseStream.CopyToAsync(sound, limit.Token);
            await process.StandardInput.WriteAsync(text.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await reading;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? sound.ToArray()
                : throw new InvalidOperationException($"{options.Program} ended with code {process.ExitCode}: {Shorten(await error)}");
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{options.Program} did not read the text within {options.Timeout.TotalSeconds:F0} s.", e);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private Process Start(string voice)
    {
        var start = new ProcessStartInfo(options.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["-v", voice, "-s", options.WordsPerMinute.ToString(CultureInfo.InvariantCulture), "-b", "1", "--stdin", "--stdout"])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string Shorten(string error) => error.Length > MaxError ? error[..MaxError] : error.Trim();

    [GeneratedRegex("^[a-z]{2,3}(?:[-+][A-Za-z0-9]{1,16}){0,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Voices { get; }
}
