using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Live;

/// <summary>What a browser can be told of; the name is also what it is called there.</summary>
internal static class DeskTopic
{
    /// <summary>The queues of the companies.</summary>
    public const string Queues = "queues";

    /// <summary>The work lists.</summary>
    public const string Work = "work";

    /// <summary>The supervisor's board.</summary>
    public const string Board = "board";

    /// <summary>An operator's own desk.</summary>
    public static string Of(OperatorId op) => "operator:" + op.Value;

    /// <summary>A client company's corner.</summary>
    public static string Of(CompanyId company) => "company:" + company.Value;
}
