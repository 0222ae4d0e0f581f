namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The company called, as the call's own version of its document says.</summary>
internal sealed record DeskCompanyView(
    string Id,
    string Name,
    int Hue,
    string? Accent,
    string? Pronunciation,
    string TimeZone,
    double UtcOffsetMinutes,
    bool IsOpen,
    string HoursRule,
    DateTimeOffset? HoursChangeAt,
    string? MessagesTo,
    IReadOnlyList<DeskEmployeeView> Employees,
    IReadOnlyList<DeskTargetView> Targets,
    IReadOnlyList<DeskChoiceView> CallTypes,
    bool MayDialByHand);
