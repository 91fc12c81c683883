using Klapphaus.Contracts;
using Klapphaus.Server.Members;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Klapphaus.Server.Web.Description;

/// <summary>Writes into an operation what its endpoint says of itself (<see cref="EndpointWords"/>), and what every endpoint of its kind refuses.</summary>
sealed class OperationWriter : IOpenApiOperationTransformer
{
    const string Problem = "application/problem+json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        EndpointWords[] words = [.. metadata.OfType<EndpointWords>()];
        var callers = Array.FindLast(words, w => w.Callers is not null)?.Callers ?? Callers.Anybody;
        // not the comment on its handler, which is for whoever reads the code
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary;
        operation.Description = Sentence(callers);
        if (callers > Callers.Anybody)
            operation.Security = [Needs(InterfaceDescription.CookieScheme, context.Document), Needs(InterfaceDescription.TokenScheme, context.Document)];
        if (Array.FindLast(words, w => w.Body is not null)?.Body is { } body) operation.RequestBody = Write(body);
        foreach (var header in words.Select(w => w.Header).OfType<HeaderWords>()) (operation.Parameters ??= []).Add(Write(header));
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            if (Array.FindLast(words, w => w.Parameter?.Name == parameter.Name)?.Parameter is { } about) Write(parameter, about);

        var responses = operation.Responses ??= new();
        // what the framework has made of the type that a handler returns
        foreach (var other in responses.Keys.Except(words.Where(w => w.Content is not null).Select(w => $"{w.Answer}")).ToArray()) responses.Remove(other);
        foreach (var answer in words.Where(w => w.Answer is not null))
        {
            var response = Response(responses, answer.Answer!.Value);
            if (answer.File is { } kind) Give(response, kind, new OpenApiSchema { Type = JsonSchemaType.String });
        }
        foreach (var alike in Refusals(words, callers, operation, context.Description.HttpMethod, metadata).Distinct().Order().GroupBy(code => Problems.Words(code).Status).OrderBy(g => g.Key))
        {
            var response = Response(responses, alike.Key);
            response.Description = Sentence(alike);
            Give(response, Problem, new OpenApiSchemaReference(nameof(RefusalView), context.Document));
        }
        return Task.CompletedTask;
    }

    static string Sentence(Callers callers) => callers switch
    {
        Callers.SignedIn => "For whoever is signed in.",
        Callers.StandTeam => "For the team of the stand.",
        Callers.StandHosts => "For hosts of the stand who may change it.",
        Callers.StandClerks => "For hosts of the stand who look after what visitors leave.",
        Callers.StandOwners => "For the owner of the stand and organisers.",
        Callers.Moderators => "For moderators and organisers.",
        Callers.Organisers => "For organisers.",
        _ => "For everybody.",
    };

    static string Sentence(IEnumerable<ErrorCode> codes) => string.Join(' ', codes.Select(code => $"{(int)code} {code}: {Problems.Words(code).English}"));

    static IEnumerable<ErrorCode> Refusals(EndpointWords[] words, Callers callers, OpenApiOperation operation, string? method, IEnumerable<object> metadata)
    {
        yield return ErrorCode.Unavailable; // it is asked each time whether the session goes on
        foreach (var code in words.SelectMany(w => w.Refusals)) yield return code;
        if (Array.Exists(words, w => w.Answer == StatusCodes.Status302Found)) yield break; // who follows a link is told on a page what else is wrong
        if (callers > Callers.Anybody) yield return ErrorCode.SignInNeeded;
        if (callers == Callers.Moderators) yield return ErrorCode.ModeratorsOnly;
        if (callers == Callers.Organisers) yield return ErrorCode.OrganisersOnly;
        if (!(HttpMethods.IsGet(method ?? "") || HttpMethods.IsHead(method ?? "") || HttpMethods.IsOptions(method ?? ""))) yield return ErrorCode.ForeignSite;
        if (metadata.OfType<EnableRateLimitingAttribute>().Any()) yield return ErrorCode.TooManyCalls;
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 }) yield return ErrorCode.Malformed;
    }

    static OpenApiSecurityRequirement Needs(string scheme, OpenApiDocument? document) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    static OpenApiParameter Write(HeaderWords header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Required = header.IsNeeded,
        Description = header.Meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    static OpenApiRequestBody Write(BodyWords body) => new()
    {
        Required = true,
        Description = body.Meaning,
        Content = new Dictionary<string, OpenApiMediaType> { [body.ContentType] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } },
    };

    static void Write(OpenApiParameter parameter, ParameterWords about)
    {
        parameter.Description = about.Meaning;
        if (parameter.Schema is not OpenApiSchema schema) return;
        if (schema.Type?.HasFlag(JsonSchemaType.String) == true) (schema.MinLength, schema.MaxLength) = ((int?)about.Least, (int?)about.Most);
        else (schema.Minimum, schema.Maximum) = (about.Least?.ToString(), about.Most?.ToString());
    }

    static OpenApiResponse Response(OpenApiResponses responses, int status)
    {
        if (responses.TryGetValue($"{status}", out var known) && known is OpenApiResponse given) return given;
        var response = new OpenApiResponse { Description = ReasonPhrases.GetReasonPhrase(status) };
        responses[$"{status}"] = response;
        return response;
    }

    static void Give(OpenApiResponse response, string contentType, IOpenApiSchema schema)
    {
        response.Content ??= new Dictionary<string, OpenApiMediaType>();
        response.Content[contentType] = new() { Schema = schema };
    }
}
