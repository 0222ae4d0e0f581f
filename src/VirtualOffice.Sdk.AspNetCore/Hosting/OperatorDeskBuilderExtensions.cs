using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VirtualOffice.Sdk.AspNetCore;
using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Auditing;
using VirtualOffice.Sdk.AspNetCore.Board;
using VirtualOffice.Sdk.AspNetCore.Hosting;
using VirtualOffice.Sdk.AspNetCore.Live;
using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.AspNetCore.Playback;
using VirtualOffice.Sdk.AspNetCore.Security;
using VirtualOffice.Sdk.AspNetCore.Sessions;
using VirtualOffice.Sdk.AspNetCore.Statistics;
using VirtualOffice.Sdk.AspNetCore.Statistics.Reports;

namespace VirtualOffice.Sdk;

/// <summary>Adds the operator desk to an office.</summary>
public static class OperatorDeskBuilderExtensions
{
    /// <summary>
    /// Adds the operator desk, the supervisor's board and the client's corner; mount them with <c>app.MapOperatorDesk("/desk")</c>. People sign in as the host's authentication says;
    /// who may do what is said by <see cref="VirtualOfficePolicies"/>.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets options; null for the defaults.</param>
    public static IVirtualOfficeBuilder AddOperatorDesk(this IVirtualOfficeBuilder builder, Action<OperatorDeskOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<OperatorDeskOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OperatorDeskOptions>, OperatorDeskOptionsValidator>());
        services.AddAuthorization();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<AuthorizationOptions>, DeskPolicies>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, DeskRoleHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, DeskRightHandler>());
        services.AddAntiforgery();
        services.AddSignalR(options => options.MaximumReceiveMessageSize = 4 * 1024)
            .AddJsonProtocol(options => options.PayloadSerializerOptions = new(ApiJson.Options));
        services.AddOpenApi(DeskOpenApi.Document, DeskOpenApi.Configure);
        services.TryAddSingleton<DeskIdentity>();
        services.TryAddSingleton<DeskRateLimit>();
        services.TryAddSingleton<DeskLive>();
        services.TryAddSingleton<DeskSessions>();
        services.TryAddSingleton<CallCompanies>();
        services.TryAddSingleton<DeskSnapshots>();
        services.TryAddSingleton<DeskCommands>();
        services.TryAddSingleton<BoardSnapshots>();
        services.TryAddSingleton<OpenedRecordings>();
        services.TryAddSingleton<DeskNotices>();
        services.TryAddSingleton<CallSearch>();
        services.TryAddSingleton<RecordingPeaks>();
        services.TryAddSingleton<DayCalls>();
        services.TryAddSingleton<DayStatistics>();
        services.TryAddSingleton<ServiceReports>();
        services.TryAddSingleton<WorkLists>();
        services.TryAddSingleton<QueueLists>();
        services.TryAddSingleton<DeskFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskFeed>());
        services.AddHostedService<WorkFeed>();
        services.AddHostedService<DeskLeaseWorker>();
        return builder;
    }
}
