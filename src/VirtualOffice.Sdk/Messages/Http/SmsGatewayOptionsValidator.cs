using System.Text.Json;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.Messages.Http;

namespace VirtualOffice.Sdk;

/// <summary>Checks an SMS gateway's options at start.</summary>
internal sealed class SmsGatewayOptionsValidator : IValidateOptions<SmsGatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, SmsGatewayOptions options)
    {
        List<string> problems = [.. ProblemsOf(options).Select(problem => $"SMS gateway '{name}': {problem}")];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> ProblemsOf(SmsGatewayOptions options)
    {
        var filled = Try(options.Url, "1");
        if (HttpAddress.Problem(filled) is { } problem)
        {
            yield return $"{nameof(options.Url)} {problem}";
        }
        else if (Try(options.Url, "2")?.Authority != filled!.Authority)
        {
            yield return $"{nameof(options.Url)} has a placeholder in its host; placeholders may stand in the path and query only.";
        }

        var everything = options.Url + options.Body;
        foreach (var placeholder in (string[])[SmsTemplate.To, SmsTemplate.Text])
        {
            if (!everything.Contains(placeholder, StringComparison.Ordinal))
            {
                yield return $"neither {nameof(options.Url)} nor {nameof(options.Body)} has {placeholder}.";
            }
        }

        if (!IsToken(options.Method))
        {
            yield return $"{nameof(options.Method)} must be an HTTP method such as POST.";
        }

        if (!SmsGatewayChannel.IsJson(options) && !SmsGatewayChannel.IsForm(options))
        {
            yield return $"{nameof(options.ContentType)} is '{options.ContentType}'; allowed are {SmsGatewayChannel.Json} and {SmsGatewayChannel.Form}.";
        }
        else if (options.Body is { } body && SmsGatewayChannel.IsJson(options) && !IsJson(SmsTemplate.Fill(body, "x", "x", "x", SmsTemplate.ForJson)))
        {
            yield return $"{nameof(options.Body)} is no JSON when its placeholders are filled in; they must stand within strings.";
        }

        foreach (var (header, value) in options.Headers.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            if (!IsToken(header) || value is null || value.Any(char.IsControl))
            {
                yield return $"{nameof(options.Headers)} has '{header}', whose name or value is no header's.";
            }
        }

        if (options.MaxLength is < 40 or > 2000)
        {
            yield return $"{nameof(options.MaxLength)} is {options.MaxLength}; allowed is 40 to 2000.";
        }

        if (HttpAddress.TimeoutProblem(options.Timeout) is { } timeout)
        {
            yield return $"{nameof(options.Timeout)} {timeout}";
        }
    }

    private static Uri? Try(string? template, string value) =>
        Uri.TryCreate(SmsTemplate.Fill(template ?? "", value, value, value, SmsTemplate.ForUrl), UriKind.Absolute, out var uri) ? uri : null;

    private static bool IsToken(string? text) => text is { Length: > 0 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
