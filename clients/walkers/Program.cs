using Klapphaus.Walkers;

if (WalkersOptions.Read(args, out var wrong) is not { } options)
{
    await Console.Error.WriteLineAsync(wrong + Environment.NewLine + Environment.NewLine + WalkersOptions.Usage);
    return 2;
}
return await new WalkersRun(options, Console.Out, TimeProvider.System).RunAsync() ? 0 : 1;
