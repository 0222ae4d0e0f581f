using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore.Softphone;

namespace VirtualOffice.Sdk.AspNetCore.Hosting;

/// <summary>Says what is wrong with the desk's options, at start.</summary>
internal sealed class OperatorDeskOptionsValidator : IValidateOptions<OperatorDeskOptions>
{
    private const int MaxReason = 100;
    private const int MaxPanels = 6;

    public ValidateOptionsResult Validate(string? name, OperatorDeskOptions options)
    {
        var wrong = new List<string>();
        if (options.Lease < TimeSpan.FromSeconds(5) || options.Lease > TimeSpan.FromMinutes(5))
        {
            wrong.Add($"OperatorDeskOptions.Lease is {options.Lease}; allowed is 5 s to 5 min.");
        }

        if (options.BreakReasons.FirstOrDefault(r => string.IsNullOrWhiteSpace(r) || r.Length > MaxReason) is { } reason)
        {
            wrong.Add($"OperatorDeskOptions.BreakReasons has '{reason}'; a reason has 1 to {MaxReason} characters.");
        }

        if (options.Dispositions.FirstOrDefault(d => !IsCode(d.Key) || string.IsNullOrWhiteSpace(d.Value) || d.Value.Length > MaxReason) is { Key: { } code } disposition)
        {
            wrong.Add($"OperatorDeskOptions.Dispositions has '{code}' = '{disposition.Value}'; a code has 1 to 64 ASCII letters, digits, '-' or '_', and its words have 1 to {MaxReason} characters.");
        }

        if (options.Panels.Count > MaxPanels || options.Panels.DistinctBy(p => p.Id, StringComparer.Ordinal).Count() < options.Panels.Count)
        {
            wrong.Add($"OperatorDeskOptions.Panels has {options.Panels.Count} panels: {string.Join(", ", options.Panels.Select(p => p.Id))}; allowed are at most {MaxPanels}, each with an id of its own.");
        }

        if (options.RequestsPerMinute is < 60 or > 100_000)
        {
            wrong.Add($"OperatorDeskOptions.RequestsPerMinute is {options.RequestsPerMinute}; allowed is 60 to 100,000.");
        }

        if (options.MaxRequestBytes is < 16 * 1024 or > 16 * 1024 * 1024)
        {
            wrong.Add($"OperatorDeskOptions.MaxRequestBytes is {options.MaxRequestBytes}; allowed is 16 KiB to 16 MiB.");
        }

        Path(options.SignInPath, nameof(options.SignInPath), wrong);
        Path(options.SignOutPath, nameof(options.SignOutPath), wrong);
        if (options.AlarmWaiting < 1)
        {
            wrong.Add($"OperatorDeskOptions.AlarmWaiting is {options.AlarmWaiting}; it must be at least 1.");
        }

        if (options.AlarmWait <= TimeSpan.Zero)
        {
            wrong.Add($"OperatorDeskOptions.AlarmWait is {options.AlarmWait}; it must be more than zero.");
        }

        if (options.Softphone is { } softphone)
        {
            wrong.AddRange(SoftphoneCheck.ProblemsOf(softphone));
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsCode(string text) => text.Length is >= 1 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static void Path(string? path, string name, List<string> wrong)
    {
        if (path is not null && (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal)))
        {
            wrong.Add($"OperatorDeskOptions.{name} is '{path}'; allowed is a path of this host, such as /login.");
        }
    }
}
