[(block) (group)] @indent

["}" ")"] @outdent
