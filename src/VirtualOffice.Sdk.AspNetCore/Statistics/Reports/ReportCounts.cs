using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

/// <summary>What an interval of a report adds up.</summary>
internal sealed class ReportCounts
{
    private int _offered;
    private int _answered;
    private int _answeredInTime;
    private int _abandoned;
    private int _abandonedInTime;
    private TimeSpan _answerTime;
    private TimeSpan _handleTime;
    private TimeSpan _longest;

    public void Add(in OfferedCall call, DateTimeOffset now, TimeSpan threshold)
    {
        var waited = call.WaitedUntil(now);
        _offered++;
        _longest = waited > _longest ? waited : _longest;
        if (call.AnsweredAt is not null)
        {
            _answered++;
            _answeredInTime += waited <= threshold ? 1 : 0;
            _answerTime += waited;
            _handleTime += call.Handled;
        }
        else if (call.AbandonedAt is not null)
        {
            _abandoned++;
            _abandonedInTime += waited <= threshold ? 1 : 0;
        }
    }

    public ReportRow Row(CompanyId company, DateOnly? date, DateTimeOffset? at) => new(
        company.Value,
        date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        at,
        _offered,
        _answered,
        _answeredInTime,
        _abandoned,
        _abandonedInTime,
        _answered == 0 ? null : (double)_answeredInTime / _answered,
        _answered + _abandoned == 0 ? null : (double)(_answeredInTime + _abandonedInTime) / (_answered + _abandoned),
        _answered == 0 ? null : _answerTime.TotalSeconds / _answered,
        _answered == 0 ? null : _handleTime.TotalSeconds / _answered,
        _longest.TotalSeconds);
}
