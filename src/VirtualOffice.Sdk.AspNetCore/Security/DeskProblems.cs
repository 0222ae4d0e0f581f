using Microsoft.AspNetCore.Http;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>Problem details (RFC 9457) whose title is a word a program can tell apart.</summary>
internal static class DeskProblems
{
    public static IResult Of(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);
}
